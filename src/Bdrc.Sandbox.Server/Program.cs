namespace Bdrc.Sandbox.Server;

/// <summary>The program: a sandbox that listens until it is stopped.</summary>
internal static class Program
{
    private const int CannotListen = 1;
    private const int WrongOption = 2;

    public static async Task<int> Main(string[] args)
    {
        SandboxServerOptions options;
        BdrcSandbox sandbox;
        WebApplication app;
        try
        {
            options = SandboxServerOptions.Parse(args);
            if (options.Help)
            {
                Console.Out.WriteLine(SandboxServerOptions.Usage);
                return 0;
            }

            sandbox = new BdrcSandbox(options.Sandbox);
            app = SandboxHost.Build(sandbox, options.Urls);
        }
        catch (ArgumentException wrong)
        {
            Console.Error.WriteLine(FirstLine(wrong.Message));
            return WrongOption;
        }

        await using (app.ConfigureAwait(false))
        {
            try
            {
                await app.StartAsync().ConfigureAwait(false);
            }
            catch (IOException failure)
            {
                Console.Error.WriteLine($"Cannot listen on {options.Urls}: {failure.GetBaseException().Message}");
                return CannotListen;
            }

            Announcement.Write(Console.Out, options.Sandbox, sandbox.Identity, app.Urls);
            await app.WaitForShutdownAsync().ConfigureAwait(false);
        }

        return 0;
    }

    /// <summary>The message without what .NET adds about the parameter of the method.</summary>
    private static string FirstLine(string message)
    {
        var addition = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return addition < 0 ? message : message[..addition];
    }
}
