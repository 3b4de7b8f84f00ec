using System.Text.Json.Nodes;

namespace Bdrc.Core.Tests.Contract;

/// <summary>The client returns each field of each response in the contract.</summary>
public sealed class ResponseFieldTests
{
    private static readonly Dictionary<string, Task<IReadOnlyList<string>>> Checked = new(StringComparer.Ordinal);

    public static IEnumerable<TheoryDataRow<string, string>> Fields => ContractFile.FieldRows();

    public static IEnumerable<TheoryDataRow<string>> Operations => ContractFile.OperationRows();

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Returns_the_field(string operation, string field)
    {
        Task<IReadOnlyList<string>>? check;
        lock (Checked)
        {
            if (!Checked.TryGetValue(operation, out check))
                Checked[operation] = check = FieldCheck.MissingAsync(ContractFile.Operation(operation));
        }

        var missing = await check;

        Assert.DoesNotContain(missing, problem =>
            System.Text.RegularExpressions.Regex.Replace(
                problem, @"\[\d\]", "[]", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))
                .StartsWith($"{operation} {field}:", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Detects_a_field_that_the_model_lacks(string name)
    {
        var changed = ContractFile.Operation(name).DeepClone().AsObject();
        var (properties, path) = Innermost(changed["response"]!.AsObject(), string.Empty);
        properties["AddedByTest"] = new JsonObject { ["type"] = "string" };
        var missing = await FieldCheck.MissingAsync(changed);

        // Confirmations and new ids have no model; elsewhere the one field is missing and named.
        if (path.Length == 0 || name is "CreateResourceCategory" or "CreateProtectionPolicy")
            Assert.Single(missing);
        else
            Assert.All(missing, problem => Assert.Contains("has no property AddedByTest", problem, StringComparison.Ordinal));
        Assert.NotEmpty(missing);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Keeps_fields_that_a_newer_service_adds(string name)
    {
        var response = new SampleResponse(ContractFile.Operation(name));
        AddEverywhere(response.Json);
        var result = (await ContractCall.RunAsync(name, response)).Result;

        if ((result.Items is { } items ? items[0] : result.Value) is BdrcObject model)
            Assert.Equal("later", model.AdditionalProperties["AddedLater"]);
        else
            Assert.IsType<string>(result.Value);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Reads_numbers_sent_as_text_and_flags_sent_as_numbers(string name)
    {
        var changed = ContractFile.Operation(name);
        var response = new SampleResponse(changed);
        Loosen(response.Json);
        var call = await ContractCall.RunAsync(name, response);
        var strict = await ContractCall.RunAsync(name, new SampleResponse(changed));

        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(strict.Result), System.Text.Json.JsonSerializer.Serialize(call.Result));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Accepts_nulls_and_zero_times(string name)
    {
        var response = new SampleResponse(ContractFile.Operation(name));
        Empty(response.Json);
        var result = (await ContractCall.RunAsync(name, response)).Result;

        foreach (var model in (result.Items ?? [result.Value!]).OfType<BdrcObject>())
        {
            Assert.All(model.GetType().GetProperties(), property =>
            {
                if (property.PropertyType == typeof(DateTime?))
                    Assert.Null(property.GetValue(model));
                if (typeof(System.Collections.IEnumerable).IsAssignableFrom(property.PropertyType)
                    && property.PropertyType != typeof(string))
                    Assert.NotNull(property.GetValue(model));
            });
        }
    }

    private static (JsonObject Properties, string Path) Innermost(JsonObject schema, string path)
    {
        var properties = schema["properties"]!.AsObject();
        if (properties["Data"] is JsonObject data)
            return Innermost(data, "Data");
        foreach (var list in new[] { "Content", "Regions" })
        {
            if (properties[list] is JsonObject content)
                return Innermost(content["items"]!.AsObject(), path + "." + list);
        }

        return (properties, path);
    }

    private static void AddEverywhere(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                AddEverywhere(item);
        }
        else if (node is JsonObject fields)
        {
            foreach (var field in fields.ToList())
                AddEverywhere(field.Value);
            fields["AddedLater"] = "later";
        }
    }

    private static void Loosen(JsonNode? node) => Change(node, value => value.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.Number => JsonValue.Create(value.ToJsonString()),
        System.Text.Json.JsonValueKind.True => JsonValue.Create(1),
        _ => value.DeepClone(),
    });

    // Times become 0 and every other value becomes null.
    private static void Empty(JsonNode? node) => Change(node, value =>
        value.GetValueKind() == System.Text.Json.JsonValueKind.Number && value.GetValue<object>() is long ? JsonValue.Create(0) : null);

    private static void Change(JsonNode? node, Func<JsonNode, JsonNode?> change)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var field in fields.ToList())
                {
                    if (field.Value is JsonValue value)
                        fields[field.Key] = change(value);
                    else
                        Change(field.Value, change);
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    if (items[i] is JsonValue value)
                        items[i] = change(value);
                    else
                        Change(items[i], change);
                }

                break;
        }
    }
}
