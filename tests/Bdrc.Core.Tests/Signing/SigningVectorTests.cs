using System.Globalization;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Tests.Signing;

public sealed class SigningVectorTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var name in SigningVector.Names)
        {
            foreach (var culture in (string[])["", "th-TH", "ar-SA", "tr-TR"])
                cases.Add(name, culture);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Signs_each_vector_under_every_culture(string name, string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        var vector = SigningVector.Find(name);

        var request = new SignableRequest(vector["method"], CanonicalTarget.Path(vector.Path), CanonicalTarget.Query(vector.Query));
        foreach (var header in vector.Headers)
            request.AddHeader(header.Key, header.Value);

        Assert.Equal(vector["canonicalUri"], request.Path);
        Assert.Equal(vector["canonicalQuery"], request.Query);
        Assert.Equal(vector["payloadHash"], PayloadHash.Compute(vector.Body));
        Assert.Equal(vector["canonicalRequest"], Acs3Signer.CanonicalRequest(request));
        Assert.Equal(vector["stringToSign"], Acs3Signer.StringToSign(request));
        Assert.Equal(
            vector["authorization"], Acs3Signer.Authorize(request, vector["accessKeyId"], vector["accessKeySecret"]));
    }

    [Fact]
    public void Covers_all_36_vectors() => Assert.Equal(36, SigningVector.Names.Count());
}
