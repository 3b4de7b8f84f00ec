using System.Management.Automation;
using Bdrc.Faults.Tests.Fuzz;
using Bdrc.Module.Tests.Hosting;
using CsCheck;

namespace Bdrc.Module.Tests.Fuzz;

/// <summary>Every text is converted to a time or span within its range, or refused with the allowed format.</summary>
public sealed class TimeFuzzTests
{
    private const int Inputs = 20_000;

    private static readonly string[] Corpus =
    [
        "-7d", "-12h", "-30m", "-45s", "-2w", "-0.5d", "-1e9d", "-99999999999999999999d", "-.d", "--7d", "- 7d", "-7", "7d", "1740019609",
        "253402300799", "253402300800",
        "-1", "99999999999999999999", "2026-11-24T08:00:00Z", "2026-11-24T08:00:00+14:00", "0001-01-01",
        "9999-12-31T23:59:59.9999999-14:00", "0001-01-01T00:00:00+14:00",
        "2026-02-30", "1:30", "00:00:01.5", "10675199.02:48:05.4775807", "-10675199.02:48:05.4775808", "NaN", "Infinity", "-Infinity",
        "1e308", "1e-320", "0x10", "１２", "٣", "yesterday", "",
    ];

    private static readonly Gen<string> Texts = Gen.Frequency(
        (3, Gen.Select(
            Gen.Int[0, Corpus.Length - 1],
            Gen.Select(Gen.Double[0, 1], Gen.Int[0, 2], Gen.String[Gen.Char["0123456789-+.:TZdhmswe \0é"], 0, 2]).Array[0, 4],
            (index, steps) => steps.Aggregate(Corpus[index], Change))),
        (1, Gen.String[Gen.Char["0123456789-+.:TZdhmsw "], 0, 24]),
        (1, Gen.String));

    [Fact]
    public void Accepts_or_refuses_every_text_for_a_time()
    {
        var now = DateTimeOffset.UtcNow;
        var time = Attribute("Bdrc.Arguments.TimeAttribute");
        Texts.Try(
            "time",
            text =>
            {
                if (Transform(time, text) is not { } result)
                    return;
                var taken = Assert.IsType<DateTimeOffset>(result);
                if (text.Trim().StartsWith('-'))
                    Assert.InRange(taken, now.AddDays(-36526), DateTimeOffset.UtcNow);
            },
            Inputs);
    }

    [Fact]
    public void Accepts_or_refuses_every_text_for_a_span()
    {
        var span = Attribute("Bdrc.Arguments.DurationAttribute", 1.0, 3600.0);
        Texts.Try(
            "span",
            text =>
            {
                if (Transform(span, text) is { } result)
                    Assert.InRange(Assert.IsType<TimeSpan>(result), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
            },
            Inputs);
    }

    [Theory]
    [InlineData("-7d", true)]
    [InlineData("1740019609", true)]
    [InlineData("yesterday", false)]
    public void Accepts_only_times(string text, bool taken) =>
        Assert.Equal(taken, Transform(Attribute("Bdrc.Arguments.TimeAttribute"), text) is not null);

    // Null when the text was refused with the exception that the engine expects.
    private static object? Transform(ArgumentTransformationAttribute attribute, string text)
    {
        try
        {
            return attribute.Transform(null, text);
        }
        catch (ArgumentTransformationMetadataException refusal)
        {
            Assert.DoesNotContain(refusal.Message, char.IsControl);
            Assert.InRange(refusal.Message.Length, 20, 5_000);
            return null;
        }
    }

    private static ArgumentTransformationAttribute Attribute(string name, params object[] arguments)
    {
        using var engine = new Engine();
        var assembly = AppDomain.CurrentDomain.GetAssemblies().Single(candidate => candidate.GetName().Name == "Bdrc");
        return (ArgumentTransformationAttribute)Activator.CreateInstance(assembly.GetType(name, throwOnError: true)!, arguments)!;
    }

    private static string Change(string text, (double Share, int Length, string Put) step)
    {
        var place = (int)(step.Share * text.Length);
        return text.Remove(place, Math.Min(step.Length, text.Length - place)).Insert(place, step.Put);
    }
}
