using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bdrc.Core.Json;

/// <summary>The serializer options for responses: missing lists stay empty and unknown fields are kept.</summary>
internal static class BdrcJson
{
    private static readonly Lazy<JsonSerializerOptions> TolerantOptions = new(static () => CreateOptions(new StringConverter()));

    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>The metadata of a response type.</summary>
    public static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    /// <summary>The metadata of a response type, which also reads strings with unpaired surrogates.</summary>
    public static JsonTypeInfo<T> TolerantTypeInfo<T>() => (JsonTypeInfo<T>)TolerantOptions.Value.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions CreateOptions(params JsonConverter[] converters)
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = BdrcJsonContext.Default.WithAddedModifier(AdaptModel),
        };
        options.Converters.Add(new UnixSecondsConverter());
        options.Converters.Add(new FlagConverter());
        options.Converters.Add(new NumberConverter<int>(Convert.ToInt32));
        options.Converters.Add(new NumberConverter<long>(static value => (long)value));
        options.Converters.Add(new PlainValueConverter());
        foreach (var converter in converters)
            options.Converters.Add(converter);
        options.MakeReadOnly();
        return options;
    }

    private static void AdaptModel(JsonTypeInfo type)
    {
        if (!typeof(BdrcObject).IsAssignableFrom(type.Type))
            return;

        foreach (var property in type.Properties)
        {
            if (property.Set is { } set && !property.PropertyType.IsValueType)
                property.Set = (model, value) => Assign(set, model, value);
        }

        var unknown = type.CreateJsonPropertyInfo(typeof(IDictionary<string, object?>), nameof(BdrcObject.AdditionalProperties));
        unknown.Get = static model => ((BdrcObject)model).AdditionalProperties;
        unknown.Set = static (model, value) => ((BdrcObject)model).AdditionalProperties = (IDictionary<string, object?>)value!;
        unknown.IsExtensionData = true;
        type.Properties.Add(unknown);
    }

    // A null in the response keeps the initial value of the model, so a list or an identifier is never null.
    private static void Assign(Action<object, object?> set, object model, object? value)
    {
        if (value is not null)
            set(model, value);
    }
}
