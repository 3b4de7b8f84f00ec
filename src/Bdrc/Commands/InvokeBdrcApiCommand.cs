using System.Collections;
using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Operations;
using Bdrc.Parameters;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Invoke-BdrcApi: calls any operation, with the same signing, retries and errors as the other commands.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "BdrcApi", SupportsShouldProcess = true)]
[OutputType(typeof(PSObject), typeof(string))]
public sealed class InvokeBdrcApiCommand : BdrcCommand
{
    /// <summary>Path as the API writes it, with the values of its parameters, without a query: /api/v1/tasks/t-1.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.ApiPath)]
    public string Path { get; set; } = string.Empty;

    /// <summary>HTTP method.</summary>
    [Parameter(Position = 1)]
    [ArgumentFormat(ArgumentKind.HttpMethod)]
    [ValidateSet("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD")]
    public string Method { get; set; } = "GET";

    /// <summary>Name of the operation; needed only when this version of the module does not know the path.</summary>
    [Parameter]
    [Alias("Operation")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.OperationName)]
    public string? Action { get; set; }

    /// <summary>Query parameters, not encoded; lists become one JSON array, times Unix seconds.</summary>
    [Parameter]
    [Pairs("@{ ResourceType = 'oss' }", minimum: 0)]
    public IDictionary? Query { get; set; }

    /// <summary>Fields of the form body, not encoded; lists become one JSON array, times Unix seconds.</summary>
    [Parameter]
    [Pairs("@{ ResourceType = 'oss' }", minimum: 0)]
    public IDictionary? Form { get; set; }

    /// <summary>Emit the response as text.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    private bool IsRead => string.Equals(Method, "GET", StringComparison.OrdinalIgnoreCase)
        || string.Equals(Method, "HEAD", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    private protected override void CheckParameters(GivenParameters given) =>
        given.RequireFor(
            !IsRead || Form is null or { Count: 0 },
            static () => Strings.EitherOf.FormatInvariant("-Method POST, PUT, PATCH", "DELETE"),
            nameof(Form));

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!IsRead && !ConfirmChange(Path, Method.ToUpperInvariant()))
            return;

        if (TryAwait(CallAsync, Path, out var response) && response is not null)
            WriteObject(Raw ? response : PowerShellValues.ToPowerShell(response));
    }

    private async Task<object?> CallAsync(CancellationToken stop)
    {
        var request = new RawRequest
        {
            Method = Method.ToUpperInvariant(),
            Path = Path,
            Action = Action,
            Query = Query is null ? null : PowerShellValues.ToFields(Query),
            Form = Form is null ? null : PowerShellValues.ToFields(Form),
        };
        return Raw
            ? await Client.InvokeAsync(request, stop).ConfigureAwait(false)
            : await Client.InvokeAndReadAsync(request, stop).ConfigureAwait(false);
    }
}
