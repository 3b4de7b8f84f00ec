using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Client;
using Bdrc.Sandbox.Contract;

namespace Bdrc.Commands;

/// <summary>The base of the commands that switch the checks of a product.</summary>
public abstract class ProductCheckCommand : BdrcCommand
{
    /// <summary>Products, for example ecs, or objects that have a ProductType.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProductTypeCompleter))]
    [Identity(nameof(ProductType), IsList = true)]
    public string[] ProductType { get; set; } = [];

    /// <summary>Emit each product as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Switches the products.</summary>
    /// <param name="enabled">On or off.</param>
    /// <param name="action">What is done, for the question whether to.</param>
    protected void Switch(bool enabled, string action)
    {
        foreach (var product in ProductType)
        {
            if (Confirmed(product, action)
                && TryAwait(stop => SwitchAsync(product, enabled, stop), product, out _)
                && PassThru)
            {
                WriteList(stop => BdrcClient.For(Target, Report).DescribeProductsAsync(product, null, null, null, stop), product);
            }
        }
    }

    private Task<string?> SwitchAsync(string product, bool enabled, CancellationToken stop)
    {
        var client = BdrcClient.For(Target, Report);
        return enabled ? client.EnableCheckProductAsync(product, stop) : client.DisableCheckProductAsync(product, stop);
    }
}
