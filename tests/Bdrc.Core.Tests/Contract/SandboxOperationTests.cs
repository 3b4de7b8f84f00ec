using System.Collections;

namespace Bdrc.Core.Tests.Contract;

/// <summary>The client returns a result of every operation of the sandbox, in process and over a socket.</summary>
public sealed class SandboxOperationTests(SandboxSessions sessions) : IClassFixture<SandboxSessions>
{
    public static IEnumerable<TheoryDataRow<string>> Operations => ContractFile.OperationRows();

    [Theory]
    [MemberData(nameof(Operations))]
    public void Returns_a_result_in_process(string operation) => AssertResult(sessions.InProcess, operation);

    [Theory]
    [MemberData(nameof(Operations))]
    public void Returns_a_result_over_a_socket(string operation) => AssertResult(sessions.OverSocket, operation);

    private static void AssertResult(SandboxSession session, string operation)
    {
        var result = Assert.Contains(operation, session.Results);
        if (result is IEnumerable items)
            Assert.NotEmpty(items);
        else
            Assert.IsType<BdrcObject>(result, exactMatch: false);
    }
}
