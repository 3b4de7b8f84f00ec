using Bdrc.Sandbox.Categories;
using Bdrc.Sandbox.CrossAccounts;
using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.Messages;
using Bdrc.Sandbox.Policies;
using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.Tasks;

namespace Bdrc.Sandbox.State;

/// <summary>The state of the account. It is used only under the lock of the operation dispatcher.</summary>
internal sealed class Account
{
    public Account(SandboxOptions options, DateTimeOffset now)
    {
        Seed = options.Seed;
        Service = new ServiceState(options.ServiceOpened, options.TaskDuration, now);
        Tasks = new TaskStore(options);
        Tasks.AddHistory(now);
        Inventory = new ResourceInventory(options, now);
        Rules = new RuleSet(options.Seed);
        Checks = new CheckResultStore(Inventory, Rules);
        Scores = new ScoreIndex(Inventory, Checks);
        Categories = new CategoryStore(options.Seed);
        Policies = new PolicyStore(options.Seed);
        Messages = new MessageStore(options.Seed);
    }

    public int Seed { get; }

    public ServiceState Service { get; }

    public TaskStore Tasks { get; }

    public ResourceInventory Inventory { get; }

    public RuleSet Rules { get; }

    public CheckResultStore Checks { get; }

    public ScoreIndex Scores { get; }

    public CategoryStore Categories { get; }

    public PolicyStore Policies { get; }

    public IdempotencyCache Idempotency { get; } = new();

    public SnapshotPolicyStore SnapshotPolicies { get; } = new();

    public MessageStore Messages { get; }

    public CrossAccountStore CrossAccounts { get; } = new();
}
