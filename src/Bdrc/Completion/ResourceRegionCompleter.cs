namespace Bdrc.Completion;

/// <summary>Regions that resources are often in; the service knows more.</summary>
public sealed class ResourceRegionCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Values =>
    [
        "cn-hangzhou",
        "cn-shanghai",
        "cn-beijing",
        "cn-shenzhen",
        "cn-zhangjiakou",
        "cn-hongkong",
        "ap-southeast-1",
        "ap-northeast-1",
        "eu-central-1",
        "us-east-1",
        "us-west-1",
    ];
}
