using Bdrc.Sandbox.Identity;

namespace Bdrc.Sandbox.Server;

/// <summary>What the program prints when it listens: all that a client needs.</summary>
internal static class Announcement
{
    public static void Write(TextWriter output, SandboxOptions options, SandboxIdentity identity, IEnumerable<string> addresses)
    {
        var all = addresses.ToList();
        foreach (var address in all)
            output.WriteLine($"Listening on {address}");
        output.WriteLine($"AccessKeyId: {options.AccessKeyId}");
        output.WriteLine($"AccessKeySecret: {options.AccessKeySecret}");
        output.WriteLine();
        output.WriteLine("To paste into PowerShell:");
        output.WriteLine($"$env:ALIBABA_CLOUD_ACCESS_KEY_ID={Quoted(options.AccessKeyId)}");
        output.WriteLine($"$env:ALIBABA_CLOUD_ACCESS_KEY_SECRET={Quoted(options.AccessKeySecret)}");
        output.WriteLine($"$env:BDRC_ENDPOINT={Quoted(all[0])}");
        output.WriteLine("$env:ALIBABA_CLOUD_REGION_ID='cn-shanghai'");
        output.WriteLine();
        output.WriteLine("Identity services:");
        foreach (var line in IdentityAddresses.Lines(identity, all[0]))
            output.WriteLine(line);
        output.Flush();
    }

    private static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
