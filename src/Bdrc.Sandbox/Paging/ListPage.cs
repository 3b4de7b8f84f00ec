using Bdrc.Sandbox.Operations;

namespace Bdrc.Sandbox.Paging;

/// <summary>Writes one page of a list.</summary>
internal static class ListPage
{
    /// <summary>Writes a page.</summary>
    /// <param name="call">The call.</param>
    /// <param name="records">Returns the records from a position on, in order; null means from the beginning. It is enumerated lazily.</param>
    /// <param name="position">Returns the position of a record.</param>
    /// <param name="write">Writes the members of a record.</param>
    /// <param name="total">The number of all records; null when it is unknown.</param>
    public static void Write<T>(
        OperationCall call, Func<long?, IEnumerable<T>> records, Func<T, long> position, Action<T> write, long? total)
    {
        var operation = call.Values.Operation.Name;
        long? from = call.Values["NextToken"] is { } token ? PageToken.Decode(call.Account.Seed, operation, token) : null;
        var size = call.Values.PageSize;
        var next = string.Empty;
        var written = 0;
        call.Json.WriteStartArray("Content");
        foreach (var record in records(from))
        {
            if (written == size)
            {
                next = PageToken.Encode(call.Account.Seed, operation, position(record));
                break;
            }

            call.Json.WriteStartObject();
            write(record);
            call.Json.WriteEndObject();
            written++;
        }

        call.Json.WriteEndArray();
        WriteEnd(call, size, next, total);
    }

    /// <summary>Writes a page of a short list, ordered by position.</summary>
    public static void WriteShort<T>(OperationCall call, IEnumerable<T> records, Func<T, long> position, Action<T> write)
    {
        var all = records.ToList();
        Write(call, from => from is null ? all : all.Where(record => position(record) >= from), position, write, all.Count);
    }

    /// <summary>Writes the members after the records.</summary>
    public static void WriteEnd(OperationCall call, int size, string next, long? total)
    {
        call.Json.WriteNumber("MaxResults", size);
        call.Json.WriteString("NextToken", next);
        if (total is { } count)
            call.Json.WriteNumber("TotalCount", count);
    }
}
