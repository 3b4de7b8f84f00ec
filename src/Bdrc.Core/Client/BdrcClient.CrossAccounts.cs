using Bdrc.Core.Json;
using Bdrc.Core.Operations;
using Bdrc.Core.Operations.CrossAccounts;
using Bdrc.Text;

namespace Bdrc.Core.Client;

/// <content>Accounts under the delegated administrator's management.</content>
public sealed partial class BdrcClient
{
    /// <summary>EnableCrossAccountManagement: lets the delegated administrator manage other accounts.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The request id.</returns>
    public Task<string?> EnableCrossAccountManagementAsync(CancellationToken cancellationToken) =>
        ConfirmAsync(new ApiRequest(BdrcOperations.EnableCrossAccountManagement), cancellationToken);

    /// <summary>ListCrossAccounts: managed targets, page by page.</summary>
    /// <param name="query">Which ones.</param>
    public PageReader<BdrcCrossAccount> ListCrossAccounts(CrossAccountQuery query) => Pages<BdrcCrossAccount>(query.ToRequest);

    /// <summary>UpdateCrossAccounts: starts to bring targets under management, or to release them; others stay as they are.</summary>
    /// <param name="createTargets">Targets to add; null or empty for none.</param>
    /// <param name="deleteTargets">Targets to release; null or empty for none.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<BdrcTaskHandle> UpdateCrossAccountsAsync(
        IReadOnlyList<CrossAccountTarget>? createTargets, IReadOnlyList<CrossAccountTarget>? deleteTargets, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(BdrcOperations.UpdateCrossAccounts)
            .Add("CreateTargets", WriteTargets(createTargets))
            .Add("DeleteTargets", WriteTargets(deleteTargets));
        return StartTaskAsync(request, cancellationToken);
    }

    private static string? WriteTargets(IReadOnlyList<CrossAccountTarget>? targets)
    {
        if (targets is null || targets.Count == 0)
            return null;

        var items = new List<object?>(targets.Count);
        foreach (var target in targets)
        {
            IdentifierValue.Check(nameof(target.TargetId), target.TargetId);
            IdentifierValue.Check(nameof(target.TargetType), target.TargetType);
            items.Add(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(target.TargetId)] = target.TargetId,
                [nameof(target.TargetType)] = target.TargetType,
            });
        }

        return JsonText.Write("TargetId", items);
    }
}
