using System.Text;
using CsCheck;

namespace Bdrc.Faults.Tests.Fuzz;

/// <summary>Almost valid inputs: real responses with bytes changed, removed, repeated and inserted.</summary>
internal static class Mutations
{
    private static readonly string[] Corpus =
    [
        """
        {"RequestId":"R-1","Data":{"TaskId":"t-1","TaskStatus":"RUNNING","Progress":100,"StartTime":1726169608,
        "TaskDetail":"{\"a\":1}"}}
        """,
        """
        {"RequestId":"R-1","Data":{"Content":[{"TaskId":"t-1"},{"TaskId":"t-2","Progress":"x"}],"NextToken":"n","MaxResults":10,
        "TotalCount":2}}
        """,
        """{"Code":"Throttling.User","Message":"slow \ud83d\ude00","RequestId":"R-1","Recommend":"https://example.invalid/"}""",
        """{"code":"NoPermission","message":"no","requestid":"R-1","AccessDeniedDetail":{"PolicyType":"x"}}""",
        "<?xml version='1.0'?><Error><Code>Throttling</Code><Message>slow &amp; late</Message><RequestId>R-1</RequestId></Error>",
        "<?xml version='1.0'?><!DOCTYPE e [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]><Error><Code>&b;</Code></Error>",
        "<html><head><title>502</title></head><body>Bad gateway</body></html>",
        """{"Data":{"TaskId":"\ud800","TaskName":"\udc00x"}}""",
        string.Empty,
    ];

    private static readonly string[] Pieces =
        ["{", "}", "[", "]", "\"", ",", ":",
            "null", "1e999", "-0", "\\u0000", "\\ud800", "\0", "\u00ff", "<", ">", "&x;", "]]>", "\r\n", "9223372036854775808", "true"];

    /// <summary>Response bodies.</summary>
    public static Gen<byte[]> Bodies { get; } = Gen.Frequency(
        (4, Gen.Select(Gen.Int[0, Corpus.Length - 1], Steps(), static (index, steps) => Apply(Corpus[index], steps))),
        (1, Gen.Byte.Array[0, 300]));

    private static Gen<(int Kind, double Position, int Piece)[]> Steps() =>
        Gen.Select(Gen.Int[0, 3], Gen.Double[0, 1], Gen.Int[0, Pieces.Length - 1], static (
            kind, place, piece) => (kind, place, piece)).Array[0, 6];

    private static byte[] Apply(string text, (int Kind, double Position, int Piece)[] steps)
    {
        var bytes = new List<byte>(Encoding.UTF8.GetBytes(text));
        foreach (var (kind, share, piece) in steps)
        {
            var place = (int)(share * bytes.Count);
            if (kind == 0)
                bytes.InsertRange(place, Encoding.UTF8.GetBytes(Pieces[piece]));
            else if (kind == 1)
                bytes.RemoveRange(place, Math.Min(bytes.Count - place, piece));
            else if (kind == 2)
                bytes.AddRange(bytes.GetRange(0, place));
            else if (place < bytes.Count)
                bytes[place] ^= (byte)(1 << (piece % 8));
        }

        return [.. bytes];
    }
}
