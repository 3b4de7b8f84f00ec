using Bdrc.Sandbox.Categories;
using Bdrc.Sandbox.CrossAccounts;
using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.Messages;
using Bdrc.Sandbox.Policies;
using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.Tasks;

namespace Bdrc.Sandbox.World;

/// <summary>Everything the sandbox knows about its account: one coherent world. Used under one lock.</summary>
internal sealed class Account
{
    public Account(SandboxOptions options, DateTimeOffset now)
    {
        Seed = options.Seed;
        Service = new ServiceSwitch(options.ServiceOpened, options.TaskDuration, now);
        Tasks = new TaskBook(options);
        Tasks.AddHistory(now);
        Inventory = new ResourceInventory(options, now);
        Rules = new RuleSet(options.Seed);
        Checks = new CheckBook(Inventory, Rules);
        Scores = new ScoreOrder(Inventory, Checks);
        Categories = new CategoryBook(options.Seed);
        Policies = new PolicyBook(options.Seed);
        Messages = new MessageBook(options.Seed);
    }

    public int Seed { get; }

    public ServiceSwitch Service { get; }

    public TaskBook Tasks { get; }

    public ResourceInventory Inventory { get; }

    public RuleSet Rules { get; }

    public CheckBook Checks { get; }

    public ScoreOrder Scores { get; }

    public ProductSwitches Products { get; } = new();

    public CategoryBook Categories { get; }

    public PolicyBook Policies { get; }

    public ClientTokens ClientTokens { get; } = new();

    public SnapshotPolicies SnapshotPolicies { get; } = new();

    public MessageBook Messages { get; }

    public CrossAccountBook CrossAccounts { get; } = new();
}
