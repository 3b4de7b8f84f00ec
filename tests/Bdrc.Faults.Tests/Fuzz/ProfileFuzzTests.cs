using System.Text;
using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http.Transport;
using Bdrc.Faults.Tests.Sockets;
using CsCheck;

namespace Bdrc.Faults.Tests.Fuzz;

/// <summary>
/// Every profile file and command line results in credentials, words or a clear error, and no message contains a secret.
/// </summary>
public sealed class ProfileFuzzTests
{
    private const int Inputs = 5_000;
    private const string Secret = "planted-secret";

    private static readonly string[] Files =
    [
        $$"""
        {"current":"p","profiles":[{"name":"p","mode":"AK","access_key_id":"LTAI5tExampleKeyId",
        "access_key_secret":"{{Secret}}","region_id":"cn-shanghai"}]}
        """,
        $$"""
        {"current":"p","profiles":[{"name":"p","mode":"ChainableRamRoleArn","source_profile":"p","ram_role_arn":"a",
        "access_key_secret":"{{Secret}}"}]}
        """,
        $$"""{"profiles":[{"name":"p","mode":"External","process_command":"get '{{Secret}}"},{"name":"p"},5,null]}""",
        $$"""{"profiles":{"p":{"mode":"OAuth","oauth_access_token":"{{Secret}}"} } }""",
        $"[p]\ntype=access_key\naccess_key_id=LTAI5tExampleKeyId\naccess_key_secret={Secret} # note\n; comment\n[p]\n=\n",
        $"[p]\r\ntype = ram_role_arn\r\naccess_key_secret = {Secret}\r\n[unclosed\r\n",
    ];

    [Fact]
    public void Reads_or_refuses_every_file_of_profiles() => Mutated().Try(
        "config.json and ini readers",
        text =>
        {
            var messages = new StringBuilder();
            foreach (var file in (string[])["/home/test/.aliyun/config.json", "/home/test/.alibabacloud/credentials"])
            {
                var environment = Environment(file, text);
                void Log(BdrcDiagnostic diagnostic) => messages.Append(diagnostic.Message);
                try
                {
                    var context = ContextFactory.Create(new ContextRequest { Region = "cn-shanghai", ProfileName = "p" }, environment, Log);
                    _ = ContextState.Of(context).Credentials.GetAsync(Log, default).GetAwaiter().GetResult();
                }
                catch (BdrcException failure)
                {
                    Assert.NotEqual(string.Empty, failure.Message);
                    messages.Append(failure);
                }
            }

            Assert.DoesNotContain(Secret, messages.ToString(), StringComparison.Ordinal);
        },
        Inputs,
        threads: 1);

    [Fact]
    public void Splits_every_command_line_or_reports_an_open_quote() => Gen.Select(Gen.String, Gen.Bool).Try(
        "command-line splitter",
        line => _ = CommandLine.Split(line.Item1, line.Item2),
        20_000);

    [Fact]
    public void Splits_quoted_words_into_the_same_words() => Gen.String[Gen.Char.AlphaNumeric, 1, 8].Array[1, 5].Try(
        "command-line splitter, quoted",
        words => Assert.Equal(words, CommandLine.Split(string.Join(' ', words.Select(word => "\"" + word + "\"")), isWindows: false)),
        5_000);

    private static Gen<string> Mutated() => Gen.Select(
        Gen.Int[0, Files.Length - 1],
        Gen.Select(Gen.Double[0, 1], Gen.Int[0, 5], Gen.Char[' ', '~']).Array[0, 6],
        (index, steps) =>
        {
            var text = new StringBuilder(Files[index]);
            foreach (var (share, length, put) in steps)
            {
                var place = (int)(share * text.Length);
                text.Remove(place, Math.Min(length, text.Length - place));
                if (put != ' ')
                    text.Insert(Math.Min(place, text.Length), put);
            }

            return text.ToString();
        });

    private static CredentialContext Environment(string path, string text) => new()
    {
        ReadVariable = name => name == "HOME" ? "/home/test" : null,
        Files = new OneFile(path, text),
        Processes = new NoProcess(),
        Clock = new SkippingClock(),
        Route = NetworkRoute.Into(new NoNetwork()),
    };

    private sealed class OneFile(string path, string text) : ICredentialFiles
    {
        public bool Exists(string file) => file == path;

        public string ReadText(string file) => file == path ? text : throw new FileNotFoundException();

        public long LastWriteTicks(string file) => file == path ? 1 : 0;

        public FileAccessInfo AccessOf(string file) => new() { Mode = 0x180 };
    }

    private sealed class NoProcess : IProcessRunner
    {
        public Task<ProcessOutcome> RunAsync(IReadOnlyList<string> command, TimeSpan timeout, CancellationToken cancellationToken) =>
            throw new System.ComponentModel.Win32Exception(2);
    }

    private sealed class NoNetwork : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("no network");
    }
}
