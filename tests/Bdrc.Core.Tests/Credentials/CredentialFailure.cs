using Bdrc.Core.Contexts;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>One way in which one sort of credentials fails.</summary>
/// <param name="Prepare">Sets the machine up; returns what the user gave.</param>
/// <param name="Said">The message, whole.</param>
internal sealed record CredentialFailure(Func<TestMachine, ContextRequest> Prepare, string Said);
