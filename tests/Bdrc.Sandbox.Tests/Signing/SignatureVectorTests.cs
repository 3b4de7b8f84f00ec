using Bdrc.Core.Tests.Signing;
using Bdrc.Sandbox.Signing;

namespace Bdrc.Sandbox.Tests.Signing;

public sealed class SignatureVectorTests
{
    public static TheoryData<string> Names => [.. SigningVector.Names];

    [Fact]
    public void There_are_36_vectors() => Assert.Equal(36, Names.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void Computes_the_signature_of_a_vector(string name)
    {
        var vector = SigningVector.Find(name);
        AssertSignature(vector, vector["requestTarget"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Computes_the_same_signature_for_a_query_in_another_order_and_encoding(string name)
    {
        var vector = SigningVector.Find(name);
        var target = vector["requestTarget"];
        var separator = target.IndexOf('?', StringComparison.Ordinal);
        if (separator >= 0)
        {
            var pairs = target[(separator + 1)..].Split('&').Reverse()
                .Select(pair => pair.Replace("%20", "+", StringComparison.Ordinal).Replace("-", "%2D", StringComparison.Ordinal));
            target = target[..separator] + "?" + string.Join('&', pairs);
        }

        AssertSignature(vector, target);
    }

    private static void AssertSignature(SigningVector vector, string target)
    {
        var request = new SandboxRequest(vector["method"], target, vector["host"], vector.Headers, vector.Body);

        var hash = Acs3Signature.PayloadHash(request.Body);
        Assert.Equal(vector["payloadHash"], hash);

        var canonical = Acs3Signature.CanonicalRequest(request, [.. vector["signedHeaders"].Split(';').Reverse()], hash);
        Assert.Equal(vector["canonicalRequest"], canonical);

        var toSign = Acs3Signature.StringToSign(canonical);
        Assert.Equal(vector["stringToSign"], toSign);
        Assert.Equal(vector["signature"], Acs3Signature.Sign(vector["accessKeySecret"], toSign));
    }
}
