using System.Management.Automation.Host;

namespace Bdrc.Console.Hosting;

/// <summary>The window properties that formatting needs.</summary>
internal sealed class ConsoleHostRawUserInterface(ConsoleStreams console) : PSHostRawUserInterface
{
    private const int Lines = 50;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override Coordinates CursorPosition { get; set; }

    public override Coordinates WindowPosition { get; set; }

    public override int CursorSize { get; set; } = 1;

    public override Size BufferSize
    {
        get => new(console.OutputWidth, Lines);
        set => throw Unsupported();
    }

    public override Size WindowSize
    {
        get => BufferSize;
        set => throw Unsupported();
    }

    public override Size MaxWindowSize => BufferSize;

    public override Size MaxPhysicalWindowSize => BufferSize;

    public override bool KeyAvailable => false;

    public override string WindowTitle { get; set; } = "Bdrc";

    public override void FlushInputBuffer()
    {
        // No key is buffered here.
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw Unsupported();

    public override KeyInfo ReadKey(ReadKeyOptions options) => throw Unsupported();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw Unsupported();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw Unsupported();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw Unsupported();

    private static NotSupportedException Unsupported() => new("This small host cannot address the screen; use pwsh for that.");
}
