using System.Management.Automation;
using System.Text.Json.Serialization.Metadata;

namespace Bdrc.Benchmarks.Limit;

/// <summary>The base of the commands that list pages.</summary>
public abstract class LimitListCommand : PSCmdlet
{
    /// <summary>The number of items on a page.</summary>
    [Parameter]
    public int PageSize { get; set; } = 100;

    private protected void WritePages<T>(string path, JsonTypeInfo<LimitResponse<LimitPage<T>>> type)
    {
        string? token = null;
        do
        {
            var page = LimitClient.Get($"{path}?MaxResults={PageSize}" + (token is null ? null : "&NextToken=" + token), type);
            foreach (var item in page.Content)
                WriteObject(item);
            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));
    }
}
