using System.Collections;
using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Client;
using Bdrc.Core.Operations;
using Bdrc.Sandbox.Contract;

namespace Bdrc.Commands;

/// <summary>Invoke-BdrcApi: calls any operation by hand, through the same signing, retries and errors as all others.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "BdrcApi", SupportsShouldProcess = true)]
[OutputType(typeof(PSObject), typeof(string))]
public sealed class InvokeBdrcApiCommand : BdrcCommand
{
    /// <summary>Path as the API writes it, with the values of its places, without a query: /api/v1/tasks/t-1.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ApiPathCompleter))]
    [Text(ArgumentFormat.ApiPath)]
    public string Path { get; set; } = string.Empty;

    /// <summary>HTTP method.</summary>
    [Parameter(Position = 1)]
    [Text(ArgumentFormat.HttpMethod)]
    [ValidateSet("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD")]
    public string Method { get; set; } = "GET";

    /// <summary>Name of the operation; needed only when this version of the module does not know the path.</summary>
    [Parameter]
    [Alias("Operation")]
    [ArgumentCompleter(typeof(OperationNameCompleter))]
    [Text(ArgumentFormat.OperationName)]
    public string? Action { get; set; }

    /// <summary>Query parameters, not encoded; lists become one JSON array, times Unix seconds.</summary>
    [Parameter]
    [Pairs("@{ ResourceType = 'oss' }", MayBeEmpty = true)]
    public IDictionary? Query { get; set; }

    /// <summary>Fields of the form body, not encoded; lists become one JSON array, times Unix seconds.</summary>
    [Parameter]
    [Pairs("@{ ResourceType = 'oss' }", MayBeEmpty = true)]
    public IDictionary? Form { get; set; }

    /// <summary>Emit the answer as the text that came.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    private bool IsRead => string.Equals(Method, "GET", StringComparison.OrdinalIgnoreCase)
        || string.Equals(Method, "HEAD", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override void CheckCombination() =>
        RefuseWithout(!IsRead || Form is null or { Count: 0 }, "-Method POST, PUT, PATCH or DELETE", nameof(Form));

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!IsRead && !Confirmed(Path, Method.ToUpperInvariant()))
            return;

        if (TryAwait(CallAsync, Path, out var answer) && answer is not null)
            WriteObject(Raw ? answer : PowerShellValues.ToPowerShell(answer));
    }

    // Not async itself: its state machine would have fields of Core's types.
    private Task<object?> CallAsync(CancellationToken stop)
    {
        var client = BdrcClient.For(Target, Report);
        var call = new RawRequest
        {
            Method = Method.ToUpperInvariant(),
            Path = Path,
            Action = Action,
            Query = Query is null ? null : PowerShellValues.ToFields(Query),
            Form = Form is null ? null : PowerShellValues.ToFields(Form),
        };
        return Raw ? AsObjectAsync(client.InvokeAsync(call, stop)) : client.InvokeAndReadAsync(call, stop);
    }

    private static async Task<object?> AsObjectAsync(Task<string> text) => await text.ConfigureAwait(false);
}
