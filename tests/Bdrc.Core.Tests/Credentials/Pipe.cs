using System.Diagnostics;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>A named pipe of Unix: what holds it open is alive, and its end says that all of them are gone.</summary>
internal sealed class Pipe : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bdrc-pipe-").FullName;
    private StreamReader? _reader;

    public Pipe()
    {
        using var make = Process.Start("mkfifo", [Path]);
        make.WaitForExit();
    }

    public string Path => System.IO.Path.Combine(_folder, "pipe");

    /// <summary>Waits for a line; opening waits for the first writer.</summary>
    public Task<string?> ReadLineAsync() => Task.Run(() =>
    {
        _reader ??= new StreamReader(new FileStream(Path, FileMode.Open, FileAccess.Read));
        return _reader.ReadLine();
    });

    /// <summary>Waits until nobody holds it open any more.</summary>
    public Task<string> ReadToEndAsync() => Task.Run(() => _reader!.ReadToEnd());

    public void Dispose()
    {
        _reader?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
