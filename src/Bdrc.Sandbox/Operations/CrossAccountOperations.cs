using System.Text.Json;
using Bdrc.Sandbox.CrossAccounts;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Json;
using Bdrc.Sandbox.Paging;
using Bdrc.Sandbox.Tasks;

namespace Bdrc.Sandbox.Operations;

/// <summary>EnableCrossAccountManagement, ListCrossAccounts, UpdateCrossAccounts.</summary>
internal static class CrossAccountOperations
{
    [Operation("EnableCrossAccountManagement")]
    public static void Enable(OperationCall call) => call.Account.CrossAccounts.Enable();

    [Operation("ListCrossAccounts")]
    public static void List(OperationCall call)
    {
        var values = call.Values;
        var (mode, id, type) = (values["ManagementMode"], values["TargetId"], values["TargetType"]);
        var owner = values.Number("CrossAccountOwnerId");
        ListPage.WriteShort(
            call,
            call.Account.CrossAccounts.Managed().Where(managed =>
                (mode is null || managed.ManagementMode == mode)
                && (id is null || managed.Target.Id == id)
                && (type is null || managed.Target.Type == type)
                && (owner is null || owner == SandboxAccounts.AccountId)),
            managed => managed.Target.Number,
            managed => Write(call, managed));
    }

    [Operation("UpdateCrossAccounts")]
    public static void Update(OperationCall call)
    {
        var crossAccounts = call.Account.CrossAccounts;
        crossAccounts.EnsureEnabled();
        var (add, remove) = (Targets(call, "CreateTargets"), Targets(call, "DeleteTargets"));
        if (add.Count + remove.Count == 0)
        {
            throw new PlatformException(
                400, "MissingCreateTargets", "CreateTargets or DeleteTargets is mandatory for this action.");
        }


        var detail = SandboxJson.Object(json =>
        {
            json.WriteStrings("createTargets", add.Select(target => target.Id));
            json.WriteStrings("deleteTargets", remove.Select(target => target.Id));
        });
        call.StartTask(new TaskDefinition(TaskTypes.UpdateCrossAccounts, detail)
        {
            Effect = task => crossAccounts.Change(add, remove, task.EndTime),
        });
    }

    private static List<DirectoryTarget> Targets(OperationCall call, string name)
    {
        var targets = new List<DirectoryTarget>();
        if (call.Values[name] is not { } text)
            return targets;

        using var document = JsonDocument.Parse(text);
        foreach (var item in document.RootElement.EnumerateArray())
        {
            targets.Add(ResourceDirectory.Find(
                item.GetProperty("TargetType").GetString()!, item.GetProperty("TargetId").GetString()!));
        }

        return targets;
    }

    private static void Write(OperationCall call, ManagedTarget managed)
    {
        call.Json.WriteString("TargetId", managed.Target.Id);
        call.Json.WriteString("TargetType", managed.Target.Type);
        call.Json.WriteString("ManagementMode", managed.ManagementMode);
        call.Json.WriteString("ParentTargetId", managed.Parent?.Id ?? string.Empty);
        call.WriteTime("CreatedTime", managed.CreatedTime);
    }
}
