using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using Bdrc.Console.Hosting;

namespace Bdrc.Console.Prompts;

/// <summary>Asks the person at the terminal; fails at once where there is none.</summary>
internal sealed class HostPrompter(ConsoleStreams console)
{
    public string Line(string? label = null) => Ask(label, console.Input.ReadLine);

    public SecureString Secret(string? label = null) => Ask(label, console.Input.ReadSecret);

    public PSCredential Credential(string? caption, string? message, string? userName)
    {
        Announce(caption, message);
        var user = string.IsNullOrEmpty(userName) ? Line("User: ") : userName;
        return new PSCredential(user, Secret($"Password for {user}: "));
    }

    /// <summary>Asks for the values of parameters, in the form that the engine binds.</summary>
    public Dictionary<string, PSObject> Fields(string? caption, string? message, IEnumerable<FieldDescription> fields)
    {
        Announce(caption, message);
        return fields.ToDictionary(field => field.Name, field => new PSObject(Field(field)), StringComparer.OrdinalIgnoreCase);
    }

    public void Announce(string? caption, string? message)
    {
        DemandPerson();
        foreach (var text in new[] { caption, message })
        {
            if (!string.IsNullOrEmpty(text))
                console.Dialogue.WriteLine(text);
        }
    }

    private object Field(FieldDescription field)
    {
        if (field.ParameterTypeFullName == typeof(SecureString).FullName)
            return Secret(field.Name + ": ");
        if (field.ParameterTypeFullName == typeof(PSCredential).FullName)
            return Credential(field.Name, field.HelpMessage, userName: null);
        if (field.ParameterTypeFullName.EndsWith("[]", StringComparison.Ordinal))
            return Items(field.Name);
        return Line(field.Name + ": ");
    }

    private string[] Items(string name)
    {
        var items = new List<string>();
        while (Line($"{name}[{items.Count}]: ") is { Length: > 0 } item)
            items.Add(item);
        return [.. items];
    }

    private T Ask<T>(string? label, Func<T?> read)
        where T : class
    {
        DemandPerson();
        console.Dialogue.Write(label);
        console.Dialogue.Flush();
        try
        {
            return read() ?? throw NobodyAnswers("the input has ended");
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C at a question stops the command that asks.
            console.Dialogue.WriteLine();
            throw new PipelineStoppedException();
        }
    }

    private void DemandPerson()
    {
        if (!console.Input.HasPerson)
            throw NobodyAnswers("the input is redirected");
    }

    private static HostException NobodyAnswers(string reason) => new(
        $"There is nobody to ask: {reason}. Give the value as a parameter; confirm with -Confirm:$false or -Force.");
}
