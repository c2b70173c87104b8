using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CustomerInsight.Matching;

/// <summary>Writes a chart as a Vega-Lite v5 specification with its data inside.</summary>
internal static class VegaLite
{
    /// <summary>More points than a screen shows make a chart slow and no clearer.</summary>
    public const int MostPoints = 1_000;

    private const string Schema = "https://vega.github.io/schema/vega-lite/v5.json";

    /// <summary>Makes the specification.</summary>
    /// <param name="title">What stands above the chart.</param>
    /// <param name="rows">The data: for each row its fields; a number that is not finite is written as null.</param>
    /// <param name="view">A JSON object with the rest: marks and encodings.</param>
    public static string Spec(string title, IEnumerable<(string Field, object? Value)[]> rows, string view)
    {
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

    /// <summary>The positions of some of many points, evenly, with the first and the last.</summary>
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
                default:
                    writer.WriteNull(field);
                    break;
            }
        }

        writer.WriteEndObject();
    }
}
