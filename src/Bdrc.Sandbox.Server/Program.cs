using Bdrc.Sandbox.Server.Identity;

namespace Bdrc.Sandbox.Server;

/// <summary>The program: serves a sandbox and its identity services until it is stopped.</summary>
internal static class Program
{
    private const int CannotListen = 1;
    private const int InvalidOption = 2;

    public static async Task<int> Main(string[] args)
    {
        SandboxServerOptions options;
        IdentityServices identity;
        WebApplication app;
        try
        {
            options = SandboxServerOptions.Parse(args);
            if (options.Help)
            {
                Console.Out.WriteLine(SandboxServerOptions.Usage);
                return 0;
            }

            identity = new IdentityServices(new BdrcSandbox(options.Sandbox));
            app = SandboxHost.Build(identity, options.Urls);
        }
        catch (ArgumentException exception)
        {
            Console.Error.WriteLine(WithoutParameter(exception.Message));
            return InvalidOption;
        }

        await using (app.ConfigureAwait(false))
        {
            try
            {
                await app.StartAsync().ConfigureAwait(false);
            }
            catch (IOException exception)
            {
                Console.Error.WriteLine($"Cannot listen on {options.Urls}: {exception.GetBaseException().Message}");
                return CannotListen;
            }

            Announcement.Write(Console.Out, options.Sandbox, identity, [.. app.Urls]);
            await app.WaitForShutdownAsync().ConfigureAwait(false);
        }

        return 0;
    }

    /// <summary>Removes the parameter name that .NET appends to the message.</summary>
    private static string WithoutParameter(string message)
    {
        var suffix = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return suffix < 0 ? message : message[..suffix];
    }
}
