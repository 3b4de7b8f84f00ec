namespace Bdrc.Module.Tests.Hosting;

/// <summary>Files with the expected text. With BDRC_UPDATE_GOLDEN=1 a run rewrites them before it compares.</summary>
internal static class Golden
{
    private static readonly bool IsUpdate = Environment.GetEnvironmentVariable("BDRC_UPDATE_GOLDEN") == "1";

    /// <summary>The folder of the repository.</summary>
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Engine.ModulePath)!, "..", ".."));

    /// <summary>Compares a text with a file of the repository.</summary>
    /// <param name="path">The file, relative to the repository.</param>
    /// <param name="actual">The text.</param>
    public static void Check(string path, string actual)
    {
        var file = Path.Combine(Repository, path);
        var text = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (IsUpdate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Assert.True(File.Exists(file), $"{path} is missing: run the tests with BDRC_UPDATE_GOLDEN=1.");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), text);
    }
}
