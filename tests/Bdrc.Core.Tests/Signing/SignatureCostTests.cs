using Bdrc.Core.Signing;

namespace Bdrc.Core.Tests.Signing;

/// <summary>An allocation count is the same on every machine, unlike a timing.</summary>
public sealed class SignatureCostTests
{
    private const int BudgetInBytes = 600;
    private const int Signatures = 1000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_signature_allocates_little_more_than_its_header(bool hasTokenAndForm)
    {
        var request = Request(hasTokenAndForm);
        Sign(request);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Sign(request);
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Signatures;

        Assert.InRange(bytes, 1, BudgetInBytes);
    }

    private static void Sign(SignableRequest request)
    {
        for (var i = 0; i < Signatures; i++)
            Acs3Signer.Authorize(request, "LTAI5tAllocationBudget01", "aSecretOf30CharactersForTests0");
    }

    private static SignableRequest Request(bool hasTokenAndForm)
    {
        var request = new SignableRequest("POST", "/api/v1/resources/update", string.Empty);
        request.AddHeader("host", "bdrc.cn-shanghai.aliyuncs.com");
        request.AddHeader("x-acs-action", "UpdateResources");
        request.AddHeader("x-acs-content-sha256", PayloadHash.Empty);
        request.AddHeader("x-acs-date", "2024-08-30T02:12:07Z");
        request.AddHeader("x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d");
        request.AddHeader("x-acs-version", "2023-08-08");
        if (hasTokenAndForm)
        {
            request.AddHeader("content-type", "application/x-www-form-urlencoded");
            request.AddHeader("x-acs-accesskey-id", "LTAI5tAllocationBudget01");
            request.AddHeader("x-acs-security-token", new string('t', 800));
        }

        return request;
    }
}
