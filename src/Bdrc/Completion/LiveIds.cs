using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Operations.CrossAccounts;
using Bdrc.Core.Operations.Messages;
using Bdrc.Core.Operations.Resources;
using Bdrc.Sessions;

namespace Bdrc.Completion;

/// <summary>An id that the service returned, with what a person knows it by.</summary>
/// <param name="Value">The id.</param>
/// <param name="Name">The name, state or time; null or empty when there is none.</param>
internal sealed record LiveId(string Value, string? Name);

/// <summary>
/// The first page of ids for each parameter, as the service returns it. A page is kept for a minute for each context; after a
/// failure no request is sent for ten seconds, so that Tab without a network does not block again and again.
/// </summary>
internal static class LiveIds
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LifetimeOfFailure = TimeSpan.FromSeconds(10);

    // Without a context all calls use that of the environment.
    private static readonly ConcurrentDictionary<string, Kept> OfEnvironment = new(StringComparer.Ordinal);
    private static readonly ConditionalWeakTable<BdrcContext, ConcurrentDictionary<string, Kept>> OfContext = new();

    /// <summary>Returns the ids for a parameter; none after two seconds, or when the call fails.</summary>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="context">The context to use; null for the session's.</param>
    /// <param name="region">The region to use; null for the context's.</param>
    /// <param name="profileName">The profile to use; null for the context's.</param>
    public static IReadOnlyList<LiveId> Of(string parameter, BdrcContext? context, string? region, string? profileName)
    {
        if (!IsKnown(parameter))
            return [];

        var session = context ?? DefaultContext.Current;
        var kept = session is null ? OfEnvironment : OfContext.GetOrCreateValue(session);
        var key = $"{parameter} {region} {profileName}";
        if (kept.TryGetValue(key, out var known) && known.Age.Elapsed < known.Lifetime)
            return known.Ids;

        var ids = Read(parameter, context, region, profileName);
        kept[key] = new Kept(ids ?? [], ids is null ? LifetimeOfFailure : Lifetime, Stopwatch.StartNew());
        return ids ?? [];
    }

    /// <summary>Whether the service can list the ids of a parameter.</summary>
    /// <param name="parameter">The name of the parameter.</param>
    public static bool IsKnown(string parameter) => parameter is "MessageId" or "ProtectionPolicyId" or "ResourceArn"
        or "ResourceCategoryId" or "ResourceId" or "RuleId" or "TargetId" or "TaskId";

    // Tab must never show an error: whatever fails, there is nothing to offer.
    private static IReadOnlyList<LiveId>? Read(string parameter, BdrcContext? context, string? region, string? profileName)
    {
        using var stop = new CancellationTokenSource(Limit);
        try
        {
            var found = ContextResolver.Find(context, region, profileName);
            return Task.Run(() => ReadAsync(parameter, found, region, profileName, stop.Token)).GetAwaiter().GetResult();
        }
        catch (Exception failure) when (failure is BdrcException or OperationCanceledException)
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<LiveId>> ReadAsync(
        string parameter, BdrcContext? context, string? region, string? profileName, CancellationToken stop)
    {
        context ??= await ContextResolver.CreateAsync(region, profileName, static _ => { }, stop).ConfigureAwait(false);
        var client = BdrcClient.For(ContextFactory.ForOneAttempt(context, Limit), onDiagnostic: null);
        return await ReadAsync(parameter, client, stop).ConfigureAwait(false);
    }

    private static Task<IReadOnlyList<LiveId>> ReadAsync(string parameter, BdrcClient client, CancellationToken stop) => parameter switch
    {
        "MessageId" => FirstPageAsync(
            client.ListMessages(new MessageQuery()), static message => new(message.MessageId, message.MessageName), stop),
        "ProtectionPolicyId" => FirstPageAsync(
            client.ListProtectionPolicies(null, null, null),
            static policy => new(policy.ProtectionPolicyId, policy.ProtectionPolicyName),
            stop),
        "ResourceArn" => FirstPageAsync(
            client.DescribeResources(new ResourceQuery { PageSize = 100 }),
            static resource => new(resource.ResourceArn, resource.ResourceName),
            stop),
        "ResourceCategoryId" => FirstPageAsync(
            client.ListResourceCategories(null, null),
            static category => new(category.ResourceCategoryId, category.ResourceCategoryName),
            stop),
        "ResourceId" => FirstPageAsync(
            client.DescribeResources(new ResourceQuery { PageSize = 100 }),
            static resource => new(resource.ResourceId ?? string.Empty, resource.ResourceName),
            stop),
        "RuleId" => FirstPageAsync(
            client.DescribeRules(null, null, null, null, 50), static rule => new(rule.RuleId, rule.RuleTemplate), stop),
        "TargetId" => FirstPageAsync(
            client.ListCrossAccounts(new CrossAccountQuery()), static target => new(target.TargetId, target.TargetType), stop),
        _ => FirstPageAsync(
            client.DescribeTasks(null, null, 100), static task => new(task.TaskId, $"{task.TaskType} {task.TaskStatus}"), stop),
    };

    private static async Task<IReadOnlyList<LiveId>> FirstPageAsync<T>(
        PageReader<T> pages, Func<T, LiveId> convert, CancellationToken stop) =>
        [.. (await pages.ReadAsync(stop).ConfigureAwait(false) ?? []).Select(convert).Where(static id => !string.IsNullOrEmpty(id.Value))];

    private sealed record Kept(IReadOnlyList<LiveId> Ids, TimeSpan Lifetime, Stopwatch Age);
}
