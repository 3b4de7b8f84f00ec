using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Bdrc.Benchmarks.Report;
using Bdrc.Core.Signing;

namespace Bdrc.Benchmarks.Rows;

/// <summary>One signature; the limit is its two hashes.</summary>
internal static class SignatureRows
{
    private const int Signatures = 100_000;
    private const string Secret = "testSecret0123456789abcdefghij";

    public static IEnumerable<Row> Measure()
    {
        var request = Request();
        var canonical = Encoding.UTF8.GetBytes(Acs3Signer.CanonicalRequest(request));
        var toSign = Encoding.UTF8.GetBytes(Acs3Signer.StringToSign(request));
        var key = Encoding.UTF8.GetBytes(Secret);
        var rotation = Rotation.Run(
            9,
            () => Loop(() => Hash(canonical, toSign, key)),
            () => Loop(() => Acs3Signer.Authorize(request, "LTAI5tExample", Secret)));
        yield return Row.Compared(
            "one signature", "{0:0.00} us", rotation.Limit(cost => cost.Seconds) * 1e6, rotation.Ours(cost => cost.Seconds) * 1e6, 1.24);
        yield return Row.Absolute(
            "bytes allocated by one signature", "{0:0} B", rotation.Limit(cost => cost.Bytes), rotation.Ours(cost => cost.Bytes), 600);
    }

    private static Cost Loop(Action work)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Signatures; i++)
            work();
        return new Cost(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, GC.GetAllocatedBytesForCurrentThread() - bytes).Per(Signatures);
    }

    private static void Hash(byte[] canonical, byte[] toSign, byte[] key)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(canonical, hash);
        HMACSHA256.HashData(key, toSign, hash);
    }

    private static SignableRequest Request()
    {
        var request = new SignableRequest("GET", "/api/v1/tasks/t-xxxxxxxx", string.Empty);
        request.AddHeader("host", "bdrc.cn-shanghai.aliyuncs.com");
        request.AddHeader("x-acs-action", "DescribeTask");
        request.AddHeader("x-acs-content-sha256", PayloadHash.Empty);
        request.AddHeader("x-acs-date", "2024-08-30T02:12:07Z");
        request.AddHeader("x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d");
        request.AddHeader("x-acs-version", "2023-08-08");
        return request;
    }
}
