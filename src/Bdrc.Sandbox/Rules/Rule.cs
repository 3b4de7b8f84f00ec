using Bdrc.Sandbox.Inventory;

namespace Bdrc.Sandbox.Rules;

/// <summary>A protection rule: a template, applied to the resources of one kind.</summary>
/// <param name="Number">Its place among all rules.</param>
/// <param name="Ordinal">Its place among the rules of its kind.</param>
/// <param name="Kind">The kind of resources it is for.</param>
/// <param name="Template">The template's name.</param>
/// <param name="RuleId">Its id.</param>
internal sealed record Rule(int Number, int Ordinal, ResourceKind Kind, string Template, string RuleId);
