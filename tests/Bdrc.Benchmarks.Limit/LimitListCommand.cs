using System.Management.Automation;
using System.Text.Json.Serialization.Metadata;

namespace Bdrc.Benchmarks.Limit;

/// <summary>The base of the commands that list page by page.</summary>
public abstract class LimitListCommand : PSCmdlet
{
    /// <summary>How many items a page holds.</summary>
    [Parameter]
    public int PageSize { get; set; } = 100;

    private protected void WritePages<T>(string path, JsonTypeInfo<LimitAnswer<LimitPage<T>>> type)
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
