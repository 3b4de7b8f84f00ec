using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Enable-BdrcProductCheck: turns the checks and scores of a product on.</summary>
[Cmdlet(VerbsLifecycle.Enable, "BdrcProductCheck", SupportsShouldProcess = true)]
[OutputType(typeof(BdrcProduct))]
public class EnableBdrcProductCheckCommand : BdrcCommand
{
    /// <summary>Products, for example ecs, or objects that have a ProductType.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(ProductType), IsList = true)]
    public string[] ProductType { get; set; } = [];

    /// <summary>Emit each product after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Switch(isEnabled: true, Strings.ActionCheckEnable);

    /// <summary>Turns the checks of the products on or off.</summary>
    /// <param name="isEnabled">Whether the checks are on afterwards.</param>
    /// <param name="action">The action, for ShouldProcess.</param>
    private protected void Switch(bool isEnabled, string action)
    {
        foreach (var product in ProductType)
        {
            if (ConfirmChange(product, action)
                && TryAwait(stop => SwitchAsync(product, isEnabled, stop), product, out _)
                && PassThru)
            {
                WriteList(stop => Client.DescribeProductsAsync(product, null, null, null, stop), product);
            }
        }
    }

    private Task<string?> SwitchAsync(string product, bool isEnabled, CancellationToken stop) =>
        isEnabled ? Client.EnableCheckProductAsync(product, stop) : Client.DisableCheckProductAsync(product, stop);
}
