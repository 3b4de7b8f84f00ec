using System.Text.Json;
using Bdrc.Sandbox.Categories;
using Bdrc.Sandbox.CrossAccounts;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Sandbox.Operations;

/// <summary>
/// The filters of a resource query. The cheap conditions are tested first, and a query for one resource or account does not visit
/// the others.
/// </summary>
internal sealed class ResourceFilter
{
    private const int Unknown = -1;

    private readonly ResourceInventory _inventory;
    private readonly CheckResultStore _checks;
    private readonly bool[]? _owners;
    private readonly int? _kind;
    private readonly int? _region;
    private readonly string? _redundancy;
    private readonly string? _storageClass;
    private readonly CategoryCondition? _category;
    private readonly (bool HasFilter, Rule? Rule) _failed;
    private readonly int _first;
    private readonly int _end;

    public ResourceFilter(OperationCall call)
    {
        var values = call.Values;
        _inventory = call.Account.Inventory;
        _checks = call.Account.Checks;
        _owners = ReadOwners(call);
        _end = _owners is null ? _inventory.OwnCount : _inventory.Count;
        if (values["ResourceType"] is { } type)
            _kind = ResourceKind.OfType(type)?.Number ?? Unknown;
        if (values["ProductType"] is { } product)
            _kind = ResourceKind.OfProduct(product)?.Number ?? Unknown;
        if (values["ResourceRegionId"] is { } region)
            _region = CloudRegion.NumberOf(region);
        if (values["ResourceCategoryId"] is { } category)
            _category = call.Account.Categories.Find(category).Condition;
        if (values["FailedRuleTemplate"] is { } rule)
            _failed = (true, call.Account.Rules.FindByIdOrTemplate(rule));
        _redundancy = values["DataRedundancyType"];
        _storageClass = values["StorageClass"];
        if (values["ResourceArn"] is { } arn)
            Narrow(_inventory.FindByArn(arn), ref _first, ref _end);
        if (values["ResourceId"] is { } id)
            Narrow(_inventory.FindById(id), ref _first, ref _end);
        HasConditions = _kind is not null || _region is not null || _category is not null || _failed.HasFilter
            || _redundancy is not null || _storageClass is not null || _owners is not null;
        CandidateCount = Math.Max(0, _end - _first);
    }

    /// <summary>Whether each resource must be tested.</summary>
    public bool HasConditions { get; }

    /// <summary>The number of candidates; all of them match when there are no conditions.</summary>
    public int CandidateCount { get; }

    /// <summary>The indices of the matching resources, in the order of the inventory.</summary>
    /// <param name="from">The first index to test.</param>
    public IEnumerable<int> Indices(int from = 0)
    {
        for (var index = Math.Max(from, _first); index < _end; index++)
        {
            if (Matches(index))
                yield return index;
        }
    }

    public bool Matches(int index) =>
        index >= _first
        && index < _end
        && (_kind is not { } kind || _inventory.KindNumber(index) == kind)
        && (_region is not { } region || _inventory.RegionNumber(index) == region)
        && (_owners is null || _owners[_inventory.OwnerNumber(index)])
        && (!_failed.HasFilter || Fails(index))
        && (_redundancy is null || _inventory[index].DataRedundancyType == _redundancy)
        && (_storageClass is null || _inventory[index].StorageClass == _storageClass)
        && (_category is null || _category.Matches(_inventory[index]));

    private bool Fails(int index) =>
        _failed.Rule is { } rule
        && rule.Kind.Number == _inventory.KindNumber(index)
        && _checks.IsEnabled(index)
        && _checks.Result(index, rule) == CheckStatus.Failed;

    private static void Narrow(int index, ref int first, ref int end)
    {
        first = Math.Max(first, index);
        end = index < 0 ? 0 : Math.Min(end, index + 1);
    }

    /// <summary>The requested accounts by owner number; null for the calling account alone.</summary>
    private static bool[]? ReadOwners(OperationCall call)
    {
        if (call.Values["ResourceOwnerIds"] is not { } text)
            return null;

        var owners = new bool[ResourceDirectory.Members.Count + 1];
        var any = false;
        using var document = JsonDocument.Parse(text);
        foreach (var item in document.RootElement.EnumerateArray())
        {
            var accountId = item.GetInt64();
            if (!call.Account.CrossAccounts.Covers(accountId))
                throw new PlatformException(403, "NoPermission", $"The account {accountId} is not managed by the calling account.");
            owners[ResourceDirectory.OwnerNumber(accountId)] = true;
            any = true;
        }

        return any ? owners : null;
    }
}
