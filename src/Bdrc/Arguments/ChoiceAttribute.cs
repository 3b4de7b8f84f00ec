using System.Runtime.CompilerServices;
using Bdrc.Completion;

namespace Bdrc.Arguments;

/// <summary>
/// A value of a set that grows with the service. One that this version knows may have any case; another is accepted as it is.
/// </summary>
/// <param name="parameter">The name of the parameter, from the compiler.</param>
internal sealed class ChoiceAttribute([CallerMemberName] string parameter = "") : ArgumentFormatAttribute(
    ArgumentFormat.Of(ArgumentKind.Choice) is var text
        ? text with { Read = (value, given) => KnownValues.Normalize(parameter, text.Read(value, given) as string) }
        : text)
{
}
