using System.Globalization;
using System.Text;
using Bdrc.Faults.Tests.Matrix;

namespace Bdrc.Faults.Tests;

/// <summary>
/// Every fault, for every class of operation, at the first attempt only and at all of them, over a real socket. Print it with
/// <c>dotnet run --project tests/Bdrc.Faults.Tests -- -explicit only -showLiveOutput</c>.
/// </summary>
public sealed class FaultMatrixTests
{
    private const int AllAttempts = 4;

    public static TheoryData<string, OperationClass, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, OperationClass, bool>();
            foreach (var fault in FaultCatalogue.All)
            {
                foreach (var operation in Enum.GetValues<OperationClass>())
                {
                    cases.Add(fault.Name, operation, false);
                    cases.Add(fault.Name, operation, true);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Handles_the_fault_as_its_effect_requires(string name, OperationClass operation, bool always)
    {
        var fault = FaultCatalogue.All.Single(candidate => candidate.Name == name);

        var cell = await RunAsync(fault, operation, always);

        Assert.Equal(Expected(fault.Effect, operation, always), cell.Outcome);
        Assert.Equal(cell.IsUnknown, cell.SaysUnknown);
    }

    [Fact(Explicit = true)]
    public async Task Prints_the_matrix()
    {
        var table = new StringBuilder("\n").Append("fault".PadRight(36));
        foreach (var operation in Enum.GetValues<OperationClass>())
            table.Append(operation.ToString().PadRight(22));
        table.Append("said that the outcome is unknown");
        var cases = 0;
        foreach (var fault in FaultCatalogue.All)
        {
            table.Append('\n').Append(fault.Name.PadRight(36));
            var (unknown, said) = (0, 0);
            foreach (var operation in Enum.GetValues<OperationClass>())
            {
                var once = await RunAsync(fault, operation, always: false);
                var always = await RunAsync(fault, operation, always: true);
                Assert.Equal(Expected(fault.Effect, operation, always: false), once.Outcome);
                Assert.Equal(Expected(fault.Effect, operation, always: true), always.Outcome);
                table.Append($"{once.Outcome} / {always.Outcome}".PadRight(22));
                foreach (var cell in (Cell[])[once, always])
                {
                    unknown += cell.IsUnknown ? 1 : 0;
                    said += cell.SaysUnknown ? 1 : 0;
                    Assert.Equal(cell.IsUnknown, cell.SaysUnknown);
                }

                cases += 2;
            }

            table.Append(CultureInfo.InvariantCulture, $"{said} of {unknown}");
        }

        table.Append(CultureInfo.InvariantCulture, $"\n{cases} cases. Each cell: at the first attempt / at all of them; ")
            .Append("attempts, and ok, error, or unknown (an error whose outcome is unknown).");
        TestContext.Current.TestOutputHelper?.WriteLine(table.ToString());
    }

    private static async Task<Cell> RunAsync(FaultCase fault, OperationClass operation, bool always)
    {
        await using var fixture = await FaultFixture.CreateAsync();

        var failure = await fixture.CallAsync(operation, fault, always ? AllAttempts : 1);

        fixture.AssertNoSecret(failure);
        if (failure is not null)
        {
            Assert.Equal(failure.Attempts, fixture.Received);
            Assert.NotEqual(string.Empty, failure.Message);
            Assert.DoesNotContain("JsonReader", failure.Message, StringComparison.Ordinal);
            if (fault.Effect == Effect.Lost)
                Assert.DoesNotContain("could not reach", failure.Message, StringComparison.Ordinal);
        }

        // A task is never started twice.
        if (operation is OperationClass.Start or OperationClass.Check)
            Assert.InRange(fixture.Executed(operation), 0, 1);
        return new Cell(
            string.Create(CultureInfo.InvariantCulture, $"{fixture.Received} {Outcome(failure)}"),
            failure is { OutcomeUnknown: true },
            failure?.Message.Contains("may have taken effect", StringComparison.Ordinal) == true);
    }

    /// <summary>The result of one run.</summary>
    /// <param name="Outcome">Number of attempts, and ok, error or unknown.</param>
    /// <param name="IsUnknown">Whether it is an error whose outcome is unknown.</param>
    /// <param name="SaysUnknown">Whether the message says so.</param>
    private sealed record Cell(string Outcome, bool IsUnknown, bool SaysUnknown);

    private static string Outcome(BdrcException? failure) =>
        failure is null ? "ok" : failure.OutcomeUnknown ? "unknown" : "error";

    private static string Expected(Effect effect, OperationClass operation, bool always) => effect switch
    {
        Effect.Harmless => "1 ok",
        Effect.Final => "1 error",
        Effect.Recovered => always ? "2 error" : "2 ok",
        Effect.Refused => always ? "4 error" : "2 ok",
        Effect.Unreadable => operation == OperationClass.Read ? "1 error" : "1 unknown",
        _ when operation is OperationClass.Start or OperationClass.Check => "1 unknown",
        _ when !always => "2 ok",
        _ => operation == OperationClass.Read ? "4 error" : "4 unknown",
    };
}
