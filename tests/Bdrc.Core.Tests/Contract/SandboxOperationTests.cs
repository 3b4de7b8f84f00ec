using System.Collections;

namespace Bdrc.Core.Tests.Contract;

/// <summary>Every operation answered by the sandbox, in process and over a socket.</summary>
public sealed class SandboxOperationTests(SandboxSessions sessions) : IClassFixture<SandboxSessions>
{
    public static IEnumerable<TheoryDataRow<string>> Operations => ContractFile.OperationRows();

    [Theory]
    [MemberData(nameof(Operations))]
    public void Answers_in_process(string operation) => AssertAnswered(sessions.InProcess, operation);

    [Theory]
    [MemberData(nameof(Operations))]
    public void Answers_over_a_socket(string operation) => AssertAnswered(sessions.OverSocket, operation);

    private static void AssertAnswered(SandboxSession session, string operation)
    {
        var answer = Assert.Contains(operation, session.Answers);
        if (answer is IEnumerable items)
            Assert.NotEmpty(items);
        else
            Assert.IsType<BdrcObject>(answer, exactMatch: false);
    }
}
