using Bdrc.Core.Contexts;
using Bdrc.Core.Tests.Credentials;

namespace Bdrc.Core.Tests.Contexts;

public sealed class CallerIdentityTests : IDisposable
{
    private readonly TestMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task Queries_the_regional_STS_for_the_caller()
    {
        _machine.Respond = _ => TestMachine.Json(
            """{"AccountId":"1234","Arn":"acs:ram::1234:user/u","IdentityType":"RAMUser","PrincipalId":"5"}""");
        var request = new ContextRequest { Region = "cn-shanghai", AccessKeyId = "LTAI5tExampleKey", AccessKeySecret = "planted-secret" };
        var context = ContextFactory.Create(request, _machine.Context);
        var identity = await CallerIdentity.GetAsync(context, onDiagnostic: null, CancellationToken.None);

        Assert.Equal("1234", identity.AccountId);
        Assert.Equal(["POST https://sts.cn-shanghai.aliyuncs.com/"], _machine.Requests);
    }

    [Fact]
    public async Task Shows_no_secret_from_an_error_response()
    {
        _machine.Respond = _ => TestMachine.Json(
            """{"Code":"SignatureDoesNotMatch","Message":"x-acs-security-token:planted-token"}""", 403);
        var request = new ContextRequest { Region = "cn-shanghai", AccessKeyId = "LTAI5tExampleKey", AccessKeySecret = "planted-secret" };
        var context = ContextFactory.Create(request, _machine.Context);
        var failure = await Assert.ThrowsAsync<BdrcException>(
            () => CallerIdentity.GetAsync(context, onDiagnostic: null, CancellationToken.None));

        Assert.Equal("SignatureDoesNotMatch", failure.Code);
        Assert.DoesNotContain("planted", failure.ToString(), StringComparison.Ordinal);
    }
}
