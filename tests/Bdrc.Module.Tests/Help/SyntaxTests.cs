using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Help;

public sealed class SyntaxTests
{
    [Fact]
    public void Syntax_files_agree_with_the_compiled_commands()
    {
        using var engine = new Engine();

        var commands = ExportedCommands.Of(engine);

        Assert.NotEmpty(commands);
        Assert.Multiple(
            [.. commands.Select(command => (Action)(() => Golden.Check(SyntaxFile.Path(command.Name), SyntaxFile.Text(command))))]);
    }

    [Fact]
    public void Forms_name_only_parameters_of_their_command()
    {
        using var engine = new Engine();

        Assert.All(ExportedCommands.Of(engine), command => Assert.Subset(
            command.Parameters.Keys.ToHashSet(StringComparer.Ordinal), CommandForm.Names(command).ToHashSet(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_syntax_file_belongs_to_a_command()
    {
        using var engine = new Engine();

        var commands = ExportedCommands.Of(engine).Select(command => command.Name);
        var files = Directory.GetFiles(
            Path.Combine(Golden.Repository, "src/Bdrc/Help/Syntax")).Select(file => Path.GetFileNameWithoutExtension(file)!);

        Assert.Equal(commands.Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }
}
