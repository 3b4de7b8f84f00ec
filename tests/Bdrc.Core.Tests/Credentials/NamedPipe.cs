using System.Diagnostics;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>A Unix named pipe. A process that holds it open is running; its end shows that all such processes have ended.</summary>
internal sealed class NamedPipe : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bdrc-pipe-").FullName;
    private StreamReader? _reader;

    public NamedPipe()
    {
        using var make = Process.Start("mkfifo", [Path]);
        make.WaitForExit();
    }

    public string Path => System.IO.Path.Combine(_folder, "pipe");

    /// <summary>Waits for a line. Opening the pipe waits for the first writer.</summary>
    public Task<string?> ReadLineAsync() => Task.Run(() =>
    {
        _reader ??= new StreamReader(new FileStream(Path, FileMode.Open, FileAccess.Read));
        return _reader.ReadLine();
    });

    /// <summary>Waits until no process holds the pipe open.</summary>
    public Task<string> ReadToEndAsync() => Task.Run(() => _reader!.ReadToEnd());

    public void Dispose()
    {
        _reader?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
