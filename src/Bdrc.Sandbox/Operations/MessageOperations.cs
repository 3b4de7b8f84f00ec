using Bdrc.Sandbox.Messages;
using Bdrc.Sandbox.Paging;

namespace Bdrc.Sandbox.Operations;

/// <summary>ListMessages, GetMessage.</summary>
internal static class MessageOperations
{
    /// <summary>Newest first; both time limits are exclusive.</summary>
    [Operation("ListMessages")]
    public static void List(OperationCall call)
    {
        var (later, earlier) = (call.Values.Number("MessageTimeLaterThan"), call.Values.Number("MessageTimeEarlierThan"));
        var (level, type) = (call.Values["MessageLevel"], call.Values["MessageType"]);
        ListPage.WriteShort(
            call,
            call.Account.Messages.NewestFirst().Where(message =>
                (level is null or SandboxMessage.Level)
                && (type is null or SandboxMessage.Type)
                && (later is null || message.Time.ToUnixTimeSeconds() > later)
                && (earlier is null || message.Time.ToUnixTimeSeconds() < earlier)),
            message => -message.Number,
            message => Write(call, message));
    }

    [Operation("GetMessage")]
    public static void Get(OperationCall call)
    {
        var message = call.Account.Messages.Find(call.Values["MessageId"]!);
        Write(call, message);
        call.Json.WriteString("MessageContent", message.Content);
    }

    private static void Write(OperationCall call, SandboxMessage message)
    {
        var json = call.Json;
        json.WriteString("MessageId", message.Id);
        json.WriteString("MessageName", SandboxMessage.Name);
        json.WriteString("MessageLevel", SandboxMessage.Level);
        json.WriteString("MessageType", SandboxMessage.Type);
        json.WriteString("MessageSourceType", SandboxMessage.SourceType);
        json.WriteString("MessageSourceId", message.PolicyId);
        json.WriteString("MessageSourceRegionId", message.RegionId);
        call.WriteTime("MessageTime", message.Time);
    }
}
