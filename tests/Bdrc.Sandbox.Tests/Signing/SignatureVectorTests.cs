using System.Text;
using System.Text.Json;
using Bdrc.Sandbox.Signing;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.Signing;

public sealed class SignatureVectorTests
{
    private static readonly JsonElement Vectors = Load();

    public static TheoryData<string> Names => [.. Vectors.EnumerateArray().Select(vector => vector.GetProperty("name").GetString()!)];

    [Fact]
    public void There_are_36_vectors() => Assert.Equal(36, Names.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void Computes_the_signature_of_a_vector(string name)
    {
        var vector = Vector(name);
        var request = Request(vector, vector.GetProperty("requestTarget").GetString()!);
        AssertSignature(vector, request);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Computes_the_same_when_the_query_comes_in_another_order_and_encoding(string name)
    {
        var vector = Vector(name);
        var target = vector.GetProperty("requestTarget").GetString()!;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        if (mark >= 0)
        {
            var pairs = target[(mark + 1)..].Split('&').Reverse().Select(pair => pair.Replace("%20", "+", StringComparison.Ordinal).Replace("-", "%2D", StringComparison.Ordinal));
            target = target[..mark] + "?" + string.Join('&', pairs);
        }

        AssertSignature(vector, Request(vector, target));
    }

    private static void AssertSignature(JsonElement vector, SandboxRequest request)
    {
        var hash = Acs3Signature.PayloadHash(request.Body);
        Assert.Equal(vector.GetProperty("payloadHash").GetString(), hash);
        var signed = vector.GetProperty("signedHeaders").GetString()!.Split(';');
        var canonical = Acs3Signature.CanonicalRequest(request, [.. signed.Reverse()], hash);
        Assert.Equal(vector.GetProperty("canonicalRequest").GetString(), canonical);
        var toSign = Acs3Signature.StringToSign(canonical);
        Assert.Equal(vector.GetProperty("stringToSign").GetString(), toSign);
        Assert.Equal(vector.GetProperty("signature").GetString(), Acs3Signature.Sign(vector.GetProperty("accessKeySecret").GetString()!, toSign));
    }

    private static SandboxRequest Request(JsonElement vector, string target)
    {
        var headers = vector.GetProperty("headers").EnumerateArray()
            .Select(pair => new KeyValuePair<string, string>(pair[0].GetString()!, pair[1].GetString()!)).ToList();
        var body = vector.GetProperty("bodyBase64").GetString() is { } base64
            ? Convert.FromBase64String(base64)
            : Encoding.UTF8.GetBytes(vector.GetProperty("body").GetString() ?? string.Empty);
        return new SandboxRequest(vector.GetProperty("method").GetString()!, target, vector.GetProperty("host").GetString()!, headers, body);
    }

    private static JsonElement Vector(string name) => Vectors.EnumerateArray().Single(vector => vector.GetProperty("name").GetString() == name);

    private static JsonElement Load()
    {
        using var stream = typeof(SignatureVectorTests).Assembly.GetManifestResourceStream("signing-vectors.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("vectors").Clone();
    }
}
