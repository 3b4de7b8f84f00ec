using System.Management.Automation;
using System.Security;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Commands;

/// <content>As whom to call: one parameter set for each form of credentials.</content>
public abstract partial class ContextCommand
{
    private const string CredentialSet = "Credential";
    private const string ProfileSet = "Profile";
    private const string OidcSet = "OidcRole";
    private const string EcsSet = "EcsRamRole";
    private const string UriSet = "CredentialsUri";
    private const string GitHubSet = "GitHubActions";
    private const string AzureSet = "AzurePipelines";

    /// <summary>Access key id; without it the environment is read.</summary>
    [Parameter(ParameterSetName = ServiceSet, ValueFromPipelineByPropertyName = true)]
    [Text(ArgumentFormat.AccessKeyId, Takes = EmptyValues.Text)]
    public string? AccessKeyId { get; set => field = this.Beside(value); }

    /// <summary>Access key secret, as a SecureString or as text.</summary>
    [Parameter(ParameterSetName = ServiceSet, ValueFromPipelineByPropertyName = true)]
    [Secret(Takes = EmptyValues.Text)]
    public SecureString? AccessKeySecret { get; set => field = this.Beside(value); }

    /// <summary>Security token of a temporary key, as a SecureString or as text.</summary>
    [Parameter(ParameterSetName = ServiceSet, ValueFromPipelineByPropertyName = true)]
    [Secret(Takes = EmptyValues.Text | EmptyValues.Null)]
    public SecureString? SecurityToken { get; set => field = this.Beside(value); }

    /// <summary>User name is the access key id, password the secret.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CredentialSet)]
    [Credential]
    [CredentialForm]
    public PSCredential? Credential { get; set => field = this.Beside(value); }

    /// <summary>Profile of ~/.aliyun/config.json or the shared ini file; a missing one is an error.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ProfileSet)]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    [Text(ArgumentFormat.Profile)]
    public string? ProfileName { get; set => field = this.Beside(value); }

    /// <summary>RAM role to take on, as the identity given or found.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OidcSet)]
    [Parameter(ParameterSetName = GitHubSet)]
    [Parameter(ParameterSetName = AzureSet)]
    [Parameter(ParameterSetName = ServiceSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Text(ArgumentFormat.RoleArn)]
    public string? RoleArn { get; set => field = this.Beside(value); }

    /// <summary>Name of the role session: 2 to 64 letters, digits and <c>. @ _ -</c>.</summary>
    [Parameter(ParameterSetName = ServiceSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = OidcSet)]
    [Parameter(ParameterSetName = GitHubSet)]
    [Parameter(ParameterSetName = AzureSet)]
    [Text(ArgumentFormat.SessionName)]
    public string? RoleSessionName { get; set => field = this.Beside(value); }

    /// <summary>External id that the role demands.</summary>
    [Parameter(ParameterSetName = ServiceSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Text(ArgumentFormat.ExternalId)]
    public string? ExternalId { get; set => field = this.Beside(value); }

    /// <summary>Policy, as JSON, that narrows the session.</summary>
    [Parameter(ParameterSetName = ServiceSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = OidcSet)]
    [Parameter(ParameterSetName = GitHubSet)]
    [Parameter(ParameterSetName = AzureSet)]
    [Text(ArgumentFormat.Policy)]
    public string? Policy { get; set => field = this.Beside(value); }

    /// <summary>Length of a role session in seconds.</summary>
    [Parameter(ParameterSetName = ServiceSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = OidcSet)]
    [Parameter(ParameterSetName = GitHubSet)]
    [Parameter(ParameterSetName = AzureSet)]
    [WholeNumber(900, 43200)]
    public int? DurationSeconds { get; set => field = this.Beside(value); }

    /// <summary>RAM OIDC provider that trusts the id token.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OidcSet)]
    [Parameter(ParameterSetName = GitHubSet)]
    [Parameter(ParameterSetName = AzureSet)]
    [Parameter(ParameterSetName = ServiceSet)]
    [Text(ArgumentFormat.ProviderArn)]
    public string? OidcProviderArn { get; set => field = this.Beside(value); }

    /// <summary>File that holds the id token; read anew at each renewal.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OidcSet)]
    [Text(ArgumentFormat.File)]
    public string? OidcTokenFile { get; set => field = this.Beside(value); }

    /// <summary>RAM role of the instance; an empty text for the one attached to it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = EcsSet)]
    [AllowEmptyString]
    [Text(ArgumentFormat.InstanceRole, Takes = EmptyValues.Text)]
    public string? EcsRamRole { get; set => field = this.Beside(value); }

    /// <summary>Address that serves credentials: https, or http on this machine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UriSet)]
    [Text(ArgumentFormat.CredentialsAddress)]
    public string? CredentialsUri { get; set => field = this.Beside(value); }

    /// <summary>Exchange the id token of the GitHub Actions job, for as long as it runs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GitHubSet)]
    public SwitchParameter GitHubActions { get; set => field = this.Beside(value); }

    /// <summary>Exchange the id token of the Azure DevOps job, for as long as it runs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AzureSet)]
    public SwitchParameter AzurePipelines { get; set => field = this.Beside(value); }

    /// <summary>Service connection of Azure DevOps whose id token is asked for; without it the job's own.</summary>
    [Parameter(ParameterSetName = AzureSet)]
    [Text(ArgumentFormat.ServiceConnection)]
    public string? ServiceConnectionId { get; set => field = this.Beside(value); }
}
