using System.Net.Sockets;
using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials.Platform;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>The failures of each provider and each mode of a profile, with the message that the user sees.</summary>
internal static class CredentialFailures
{
    private const string Json = "/home/test/.aliyun/config.json";
    private const string Ini = "/home/test/.alibabacloud/credentials";
    private const string Key = "\"access_key_id\":\"LTAI5tExampleKey\",\"access_key_secret\":\"planted-secret\"";
    private const string Role = "\"ram_role_arn\":\"acs:ram::1:role/r\",\"ram_session_name\":\"job\"";
    private const string Metadata = "the instance metadata at 100.100.100.200";
    private const string Modes =
        ", which is not supported for BDRC. "
        + "Use AK, StsToken, RamRoleArn, EcsRamRole, ChainableRamRoleArn, OIDC, CredentialsURI, External, CloudSSO or OAuth.";
    private const string NoJson =
        "process_command did not print the expected JSON. "
        + "Expected: mode AK or StsToken, access_key_id, access_key_secret and, for StsToken, sts_token.";
    private const string NotShown = " returned a response without credentials. The response is not shown because it may contain secrets.";
    private const string IdToken = "/var/run/token";
    private const string Past = "1700000000";

    public static Dictionary<string, CredentialFailure> All { get; } = new(StringComparer.Ordinal)
    {
        ["profile: no file"] = new(_ => Named, $"There is no profile 'p' in {Json}, {Ini}.ini."),
        ["profile: not in either file"] = new(
            machine => Both(machine, "{\"profiles\":[]}", "[other]\ntype=access_key"), $"There is no profile 'p' in {Ini}."),
        ["profile: broken JSON"] = new(
            machine => Both(machine, "{\"profiles\":[{\"access_key_secret\":\"planted-secret\",]}", null),
            $"{Json} cannot be read (JsonReaderException). Check that it exists, is well formed and that you have permission to read it."),
        ["profile: lacks a secret"] = new(
            Profile("AK", "\"access_key_id\":\"LTAI5tExampleKey\""),
            $"Profile 'p' in {Json} has no access_key_secret."),
        ["profile: a secret with a line break"] = new(
            Profile("AK", "\"access_key_id\":\"LTAI5tExampleKey\",\"access_key_secret\":\"planted\\nsecret\""),
            "access_key_secret contains a space, a line break or a non-ASCII character. Keys and tokens never do. Copy the value again."),
        ["StsToken: lacks its token"] = new(Profile("StsToken", Key), $"Profile 'p' in {Json} has no sts_token."),
        ["RsaKeyPair"] = new(
            Profile("RsaKeyPair", "\"private_key\":\"planted-key\""),
            $"Profile 'p' in {Json} has the mode RsaKeyPair" + Modes),
        ["BearerToken"] = new(
            Profile("BearerToken", "\"bearer_token\":\"planted-token\""),
            $"Profile 'p' in {Json} has the mode BearerToken" + Modes),
        ["Anonymous"] = new(Profile("Anonymous", "\"x\":1"), $"Profile 'p' in {Json} has the mode Anonymous" + Modes),
        ["a secret for a mode"] = new(Profile("planted-0123456789", Key), $"Profile 'p' in {Json} has the mode (invalid mode)" + Modes),
        ["RamRoleArn: lacks the role"] = new(Profile("RamRoleArn", Key), $"Profile 'p' in {Json} has no ram_role_arn."),
        ["RamRoleArn: refused"] = new(
            Responding(Profile("RamRoleArn", Key + "," + Role), """{"Code":"NoPermission","Message":"You may not."}""", 403),
            "STS AssumeRole at sts.aliyuncs.com refused the request (HTTP 403, NoPermission). You may not."),
        ["RamRoleArn: garbage"] = new(
            Responding(Profile("RamRoleArn", Key + "," + Role), "planted {", 200), "STS AssumeRole at sts.aliyuncs.com" + NotShown),
        ["ChainableRamRoleArn: itself"] = new(
            Profile("ChainableRamRoleArn", "\"source_profile\":\"p\"," + Role),
            "The profiles refer to each other in a loop, or are nested more than five levels deep: p -> p."),
        ["ChainableRamRoleArn: a ring"] = new(
            machine => Chain(machine, "p", "q", "r", "p"),
            "The profiles refer to each other in a loop, or are nested more than five levels deep: p -> q -> r -> p."),
        ["ChainableRamRoleArn: too deep"] = new(
            machine => Chain(machine, "p", "q", "r", "s", "t", "u"),
            "The profiles refer to each other in a loop, or are nested more than five levels deep: p -> q -> r -> s -> t -> u."),
        ["ChainableRamRoleArn: no such source"] = new(
            Profile("ChainableRamRoleArn", "\"source_profile\":\"gone\"," + Role), $"There is no profile 'gone' in {Json}."),
        ["OIDC: no token file"] = new(
            Oidc(null),
            $"{IdToken} cannot be read (FileNotFoundException). "
                + "Check that it exists, is well formed and that you have permission to read it."),
        ["OIDC: an empty token file"] = new(
            Oidc(" \n"),
            "The length of the id token is 0; STS accepts 4 to 20000 characters. Check the token file or the token service."),
        ["OIDC: too long a token"] = new(
            Oidc(new string('x', 20_001)),
            "The length of the id token is 20001; STS accepts 4 to 20000 characters. Check the token file or the token service."),
        ["OIDC: expired, and again"] = new(
            Responding(Oidc("planted.id.token"),
            """{"Code":"AuthenticationFail.OIDCToken.Expired","Message":"Token planted.id.token has expired."}""", 400),
            "STS AssumeRoleWithOIDC at sts.aliyuncs.com refused the request (HTTP 400, AuthenticationFail.OIDCToken.Expired). "
                + "Token (secret hidden) has expired."),
        ["CredentialsURI: plain http to another machine"] = new(
            Profile("CredentialsURI", "\"credentials_uri\":\"http://198.51.100.1/planted\""),
            "The credentials URI is not usable. "
                + "Specify an https URL, or an http URL with a loopback or link-local address, without a user name."),
        ["CredentialsURI: not a success"] = new(
            Responding(Uri, """{"Code":"Failed","AccessKeySecret":"planted-secret"}""", 200),
            "the credentials URI at 127.0.0.1:9" + NotShown),
        ["CredentialsURI: 404"] = new(
            Responding(Uri, "planted page", 404), "the credentials URI at 127.0.0.1:9 refused the request (HTTP 404, HttpError.404)."),
        ["CredentialsURI: switched off"] = new(
            Disabled(Uri, "ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS"),
            "CredentialsURI is disabled by ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS."),
        ["CredentialsURI: expired when it comes"] = new(
            machine => Responding(Uri, machine.SessionJson("STS.Session1", minutes: 0), 200)(machine),
            "profile/CredentialsURI returned credentials that have already expired. Check the clock of this machine, or log in again."),
        ["CloudSSO: expired"] = new(
            Profile(
                "CloudSSO",
                "\"cloud_sso_sign_in_url\":\"https://sso.example/start\",\"access_token\":\"planted\","
                    + "\"cloud_sso_access_token_expire\":" + Past),
            "The CloudSSO login of profile 'p' has expired. To log in again, run: aliyun configure --mode CloudSSO --profile p"),
        ["CloudSSO: an unsafe address"] = new(
            Profile("CloudSSO", "\"cloud_sso_sign_in_url\":\"http://198.51.100.1/start\",\"access_token\":\"planted\""),
            "Profile 'p' has an invalid value for cloud_sso_sign_in_url. Run 'aliyun configure' for this profile again."),
        ["OAuth: expired"] = new(
            Profile("OAuth", "\"oauth_site_type\":\"CN\",\"oauth_access_token\":\"planted\",\"oauth_access_token_expire\":" + Past),
            "The OAuth login of profile 'p' has expired. To log in again, run: aliyun configure --mode OAuth --profile p"),
        ["OAuth: an unknown site"] = new(
            Profile("OAuth", "\"oauth_site_type\":\"MARS\",\"oauth_access_token\":\"planted\""),
            "Profile 'p' has an invalid value for oauth_site_type. Run 'aliyun configure' for this profile again."),
        ["External: exit code"] = new(
            Printing(3, "planted-secret"),
            "process_command exited with code 3. Run it manually to see the reason. "
                + "Its output is not shown because it may contain secrets."),
        ["External: garbage"] = new(Printing(0, "planted-secret {"), NoJson),
        ["External: StsToken without a token"] = new(
            Printing(0, "{\"mode\":\"StsToken\"," + Key + "}"), NoJson),
        ["External: no mode"] = new(Printing(0, "{" + Key + "}"), NoJson),
        ["External: does not end"] = new(External("tool"), "process_command did not exit within 60 s and was stopped."),
        ["External: not there"] = new(
            machine =>
            {
                machine.RunProcess = _ => throw new System.ComponentModel.Win32Exception(2);
                return External("tool")(machine);
            },
            "process_command could not be started. Check that the program exists and is executable."),
        ["External: an open quote"] = new(External("tool 'a"), "process_command is empty or contains an unclosed quote."),
        ["External: switched off"] = new(
            Disabled(External("tool"),
            "ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS"), "External is disabled by ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS."),
        ["ini: no type"] = new(IniProfile("access_key_id=LTAI5tExampleKey"), $"Profile 'p' in {Ini} has no type."),
        ["ini: access_key without a secret"] = new(
            IniProfile("type=access_key\naccess_key_id=LTAI5tExampleKey"), $"Profile 'p' in {Ini} has no access_key_secret."),
        ["ini: sts without a token"] = new(
            IniProfile("type=sts\naccess_key_id=LTAI5tExampleKey\naccess_key_secret=planted-secret"),
            $"Profile 'p' in {Ini} has no security_token."),
        ["ini: ram_role_arn without a role"] = new(
            IniProfile("type=ram_role_arn\naccess_key_id=LTAI5tExampleKey\naccess_key_secret=planted-secret"),
            $"Profile 'p' in {Ini} has no role_arn."),
        ["ini: oidc_role_arn without a file"] = new(
            IniProfile("type=oidc_role_arn\nrole_arn=acs:ram::1:role/r\noidc_provider_arn=acs:ram::1:oidc-provider/p"),
            $"Profile 'p' in {Ini} has no oidc_token_file_path."),
        ["ini: rsa_key_pair"] = new(
            IniProfile("type=rsa_key_pair\nprivate_key_file=planted"),
            $"Profile 'p' in {Ini} has the mode rsa_key_pair" + Modes),
        ["ECS: switched off"] = new(
            Disabled(Ecs, "ALIBABA_CLOUD_ECS_METADATA_DISABLED"),
            "disabled by ALIBABA_CLOUD_ECS_METADATA_DISABLED."),
        ["ECS: no token and version 1 not allowed"] = new(
            Disabled(Responding(Ecs, "planted", 404),
            "ALIBABA_CLOUD_IMDSV1_DISABLED"), Metadata + " refused the request (HTTP 404, HttpError.404)."),
        ["ECS: 403"] = new(
            Responding(Ecs, "planted", 403),
            "The instance metadata service refused the request (403): it requires a session token, but did not issue one. "
                + "Check the metadata options of the instance."),
        ["ECS: no role"] = new(Responding(Ecs, "planted", 404), "The instance has no RAM role. Attach one in the ECS console."),
        ["ECS: no such role"] = new(
            Responding(_ => new ContextRequest { EcsRamRole = "gone" }, "planted", 404),
            "The instance has no RAM role named 'gone'. Check the name, or omit it to use the attached role."),
        ["ECS: garbage"] = new(Responding(Ecs, "planted {", 200), Metadata + NotShown),
        ["ECS: not a success"] = new(Responding(Ecs, """{"Code":"Failed","AccessKeySecret":"planted"}""", 200), Metadata + NotShown),
        ["ECS: silent"] = new(
            machine =>
            {
                machine.NeverResponds = true;
                return Ecs(machine);
            },
            Metadata + " did not complete the request: the response timed out: no complete response within 1 s."),
        ["ECS: a dead port"] = new(
            machine =>
            {
                machine.Respond = _ => throw new HttpRequestException("planted", new SocketException((int)SocketError.ConnectionRefused));
                return Ecs(machine);
            },
            Metadata + " could not be reached: the connection was refused: no service listens on this host and port."),
        ["GitHub: no token service"] = new(
            _ => new ContextRequest
            {
                GitHubActions = true,
                RoleArn = "acs:ram::1:role/r",
                OidcProviderArn = "acs:ram::1:oidc-provider/p",
            },
            "No GitHub id token is available: ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN must both be set. "
                + "Add 'permissions: id-token: write' to the job."),
        ["Azure: no token service"] = new(
            _ => new ContextRequest
            {
                AzurePipelines = true,
                RoleArn = "acs:ram::1:role/r",
                OidcProviderArn = "acs:ram::1:oidc-provider/p",
            },
            "No Azure DevOps id token is available: SYSTEM_OIDCREQUESTURI and SYSTEM_ACCESSTOKEN must both be set. "
                + "Map System.AccessToken into the env of the step."),
    };

    private static ContextRequest Named => new() { ProfileName = "p" };

    private static Func<TestMachine, ContextRequest> Ecs => _ => new ContextRequest { EcsRamRole = string.Empty };

    private static Func<TestMachine, ContextRequest> Uri => Profile("CredentialsURI", "\"credentials_uri\":\"http://127.0.0.1:9/c\"");

    private static ContextRequest Both(TestMachine machine, string? json, string? ini)
    {
        if (json is not null)
            machine.FileTexts[Json] = json;
        if (ini is not null)
            machine.FileTexts[Ini] = ini;
        return Named;
    }

    private static Func<TestMachine, ContextRequest> Profile(string mode, string fields) =>
        machine => Both(machine, $$"""{"profiles":[{"name":"p","mode":"{{mode}}",{{fields}}}]}""", null);

    private static Func<TestMachine, ContextRequest> IniProfile(string fields) => machine => Both(machine, null, "[p]\n" + fields);

    private static ContextRequest Chain(TestMachine machine, params string[] names)
    {
        var profiles = names.Zip(names.Skip(1)).Select(pair =>
            $$"""{"name":"{{pair.First}}","mode":"ChainableRamRoleArn","source_profile":"{{pair.Second}}",{{Role}}}""");
        return Both(machine, $$"""{"profiles":[{{string.Join(',', profiles)}},{"name":"{{names[^1]}}","mode":"AK",{{Key}}}]}""", null);
    }

    private static Func<TestMachine, ContextRequest> Oidc(string? token) => machine =>
    {
        if (token is not null)
            machine.FileTexts[IdToken] = token;
        var fields = "\"oidc_provider_arn\":\"acs:ram::1:oidc-provider/p\",\"oidc_token_file\":\"" + IdToken + "\"," + Role;
        return Profile("OIDC", fields)(machine);
    };

    private static Func<TestMachine, ContextRequest> External(string command) =>
        Profile("External", "\"process_command\":\"" + command + "\"");

    private static Func<TestMachine, ContextRequest> Printing(int exitCode, string output) => machine =>
    {
        machine.RunProcess = _ => new ProcessOutcome(exitCode, output);
        return External("tool")(machine);
    };

    private static Func<TestMachine, ContextRequest> Responding(
        Func<TestMachine, ContextRequest> prepare, string body, int status) => machine =>
        {
            machine.Respond = _ => TestMachine.Json(body, status);
            return prepare(machine);
        };

    private static Func<TestMachine, ContextRequest> Disabled(Func<TestMachine, ContextRequest> prepare, string variable) => machine =>
    {
        machine.Variables[variable] = "true";
        return prepare(machine);
    };
}

/// <summary>One failure of one kind of credentials.</summary>
/// <param name="Prepare">Configures the machine and returns the options of the user.</param>
/// <param name="Message">The complete error message.</param>
internal sealed record CredentialFailure(Func<TestMachine, ContextRequest> Prepare, string Message);
