using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using Bdrc.Console.Hosting;

namespace Bdrc.Console.Prompts;

/// <summary>Prompts the user at the terminal; fails at once when the input is not a terminal.</summary>
internal sealed class HostPrompter(ConsoleStreams console)
{
    public string ReadLine(string? label = null) => Read(label, console.Input.ReadLine);

    public SecureString ReadSecret(string? label = null) => Read(label, console.Input.ReadSecret);

    public PSCredential ReadCredential(string? caption, string? message, string? userName)
    {
        WriteCaption(caption, message);
        var user = string.IsNullOrEmpty(userName) ? ReadLine("User: ") : userName;
        return new PSCredential(user, ReadSecret($"Password for {user}: "));
    }

    /// <summary>Reads the values of parameters, as the types that the engine binds.</summary>
    public Dictionary<string, PSObject> ReadFields(string? caption, string? message, IEnumerable<FieldDescription> fields)
    {
        WriteCaption(caption, message);
        return fields.ToDictionary(field => field.Name, field => new PSObject(ReadField(field)), StringComparer.OrdinalIgnoreCase);
    }

    public void WriteCaption(string? caption, string? message)
    {
        RequireTerminal();
        foreach (var text in new[] { caption, message })
        {
            if (!string.IsNullOrEmpty(text))
                console.PromptOutput.WriteLine(text);
        }
    }

    private object ReadField(FieldDescription field)
    {
        if (field.ParameterTypeFullName == typeof(SecureString).FullName)
            return ReadSecret(field.Name + ": ");
        if (field.ParameterTypeFullName == typeof(PSCredential).FullName)
            return ReadCredential(field.Name, field.HelpMessage, userName: null);
        if (field.ParameterTypeFullName.EndsWith("[]", StringComparison.Ordinal))
            return ReadItems(field.Name);
        return ReadLine(field.Name + ": ");
    }

    private string[] ReadItems(string name)
    {
        var items = new List<string>();
        while (ReadLine($"{name}[{items.Count}]: ") is { Length: > 0 } item)
            items.Add(item);
        return [.. items];
    }

    private T Read<T>(string? label, Func<T?> read)
        where T : class
    {
        RequireTerminal();
        console.PromptOutput.Write(label);
        console.PromptOutput.Flush();
        try
        {
            return read() ?? throw CannotPrompt("the input has ended");
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C at a prompt stops the command that prompts.
            console.PromptOutput.WriteLine();
            throw new PipelineStoppedException();
        }
    }

    private void RequireTerminal()
    {
        if (!console.Input.IsInteractive)
            throw CannotPrompt("the input is redirected");
    }

    private static HostException CannotPrompt(string reason) => new(
        $"Cannot prompt: {reason}. Pass the value as a parameter; confirm with -Confirm:$false or -Force.");
}
