using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace CustomerInsight;

/// <summary>Writes a chart as a Vega-Lite v5 specification with its data inside; any Vega viewer shows it.</summary>
/// <remarks>For packages that have something to show: this one draws nothing.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class VegaLite
{
    /// <summary>How many points of a line or a cloud a chart shows at most: more than a screen has make it slow and no clearer.</summary>
    public const int MostPoints = 1_000;

    private const string Schema = "https://vega.github.io/schema/vega-lite/v5.json";

    /// <summary>Makes the specification.</summary>
    /// <param name="title">What stands above the chart.</param>
    /// <param name="rows">The data: for each row its fields, each a text, an int, a long or a double; null, and a number that is not finite, is written as null.</param>
    /// <param name="view">A JSON object with the rest: marks and encodings.</param>
    /// <returns>The specification, JSON.</returns>
    /// <exception cref="ArgumentException">A field holds a value of another type.</exception>
    /// <exception cref="JsonException"><paramref name="view"/> is no JSON object.</exception>
    public static string Spec(string title, IEnumerable<(string Field, object? Value)[]> rows, [StringSyntax(StringSyntaxAttribute.Json)] string view)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", Schema);
            writer.WriteString("title", title);
            writer.WriteStartObject("data");
            writer.WriteStartArray("values");
            foreach ((string Field, object? Value)[] row in rows)
            {
                WriteRow(writer, row);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            using var rest = JsonDocument.Parse(view);
            foreach (JsonProperty property in rest.RootElement.EnumerateObject())
            {
                property.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Chooses points where there are too many to show: evenly, with the first and the last.</summary>
    /// <param name="count">How many points there are. At least 0.</param>
    /// <returns>Their positions, rising: all, or <see cref="MostPoints"/> of them.</returns>
    public static IEnumerable<int> Thinned(int count) => count <= MostPoints
        ? Enumerable.Range(0, count)
        : Enumerable.Range(0, MostPoints).Select(i => (int)((long)i * (count - 1) / (MostPoints - 1)));

    private static void WriteRow(Utf8JsonWriter writer, (string Field, object? Value)[] row)
    {
        writer.WriteStartObject();
        foreach ((string field, object? value) in row)
        {
            switch (value)
            {
                case string text:
                    writer.WriteString(field, text);
                    break;
                case double number when double.IsFinite(number):
                    writer.WriteNumber(field, number);
                    break;
                case int number:
                    writer.WriteNumber(field, number);
                    break;
                case long number:
                    writer.WriteNumber(field, number);
                    break;
                case null or double:
                    writer.WriteNull(field);
                    break;
                default:
                    throw new ArgumentException($"The field '{field}' holds a {value.GetType().Name}. Expected a text, an int, a long, a double or null.", nameof(row));
            }
        }

        writer.WriteEndObject();
    }
}
