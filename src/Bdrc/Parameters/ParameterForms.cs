using System.Collections.Concurrent;

namespace Bdrc.Parameters;

/// <summary>Finds the form of a command that the given parameters belong to, or what is wrong with them.</summary>
internal sealed class ParameterForms
{
    private static readonly ConcurrentDictionary<Type, ParameterForms> Known = new();
    private static readonly char[] Blank = [' '];

    private readonly Form[] _forms;

    private ParameterForms(Type command) => _forms =
    [
        .. Attribute.GetCustomAttributes(command, typeof(ParameterFormAttribute)).Cast<ParameterFormAttribute>()
            .Select(static form => new Form(Split(form.Requires), new(Split(form.Requires + " " + form.Allows), StringComparer.Ordinal))),
    ];

    public static ParameterForms Of(Type command) => Known.GetOrAdd(command, static type => new ParameterForms(type));

    /// <summary>Whether the command declares any form.</summary>
    public bool IsDeclared => _forms.Length > 0;

    /// <summary>The parameters that a form requires; one of them may come from the pipeline.</summary>
    public IEnumerable<string> Required => _forms.SelectMany(static form => form.Required);

    /// <summary>Finds the form that is used and returns the given parameters that do not belong to it.</summary>
    /// <param name="given">All given parameters.</param>
    /// <param name="typed">Those of them that the user typed; the others are defaults, which yield.</param>
    /// <exception cref="BdrcException">Typed parameters exclude each other, or need another one.</exception>
    public IEnumerable<string> FindForeign(IReadOnlyCollection<string> given, IReadOnlyCollection<string> typed)
    {
        var own = typed.Where(IsNamed).ToList();
        var fitting = _forms.Where(form => own.TrueForAll(form.All.Contains)).ToList();
        if (fitting.Count == 0)
            throw FindConflict(own);

        var used = fitting
            .Where(form => Array.TrueForAll(form.Required, name => given.Contains(name, StringComparer.Ordinal)))
            .OrderByDescending(form => form.Required.Length > 0)
            .ThenByDescending(form => given.Count(form.All.Contains))
            .FirstOrDefault() ?? throw FindLack(fitting, given, own);
        return given.Where(name => IsNamed(name) && !used.All.Contains(name));
    }

    private bool IsNamed(string name) => Array.Exists(_forms, form => form.All.Contains(name));

    private BdrcException FindConflict(List<string> names)
    {
        for (var i = 1; i < names.Count; i++)
        {
            var other = names.Take(i).FirstOrDefault(
                other => !Array.Exists(_forms, form => form.All.Contains(names[i]) && form.All.Contains(other)));
            if (other is not null)
                return ParameterErrors.Exclusive(names[i], other);
        }

        return ParameterErrors.Exclusive(names[names.Count - 1], names[0]);
    }

    private static BdrcException FindLack(List<Form> fitting, IReadOnlyCollection<string> given, List<string> own)
    {
        var nearest = fitting.OrderBy(form => form.Required.Except(given, StringComparer.Ordinal).Count()).First();
        return ParameterErrors.Lacking(own[0], "-" + nearest.Required.Except(given, StringComparer.Ordinal).First());
    }

    private static string[] Split(string names) => names.Split(Blank, StringSplitOptions.RemoveEmptyEntries);

    private sealed record Form(string[] Required, HashSet<string> All);
}
