using System.Text.Json;

namespace CustomerInsight.Models;

/// <summary>The colours of charts that hold forecasts against what was: that in black, models in colours, baselines in greys.</summary>
internal static class ForecastColors
{
    public const string Actual = "actual";

    private static readonly string[] OfModels = ["#4c78a8", "#f58518", "#54a24b", "#e45756", "#b279a2", "#72b7b2", "#9d755d", "#eeca3b"];
    private static readonly string[] OfBaselines = ["#8c8c8c", "#b0b0b0", "#cfcfcf"];

    /// <summary>A Vega-Lite colour encoding by the field <c>of</c>, JSON.</summary>
    public static string Encoding(IEnumerable<string> models, IEnumerable<string> baselines)
    {
        List<string> names = [Actual];
        List<string> colors = ["#222222"];
        Add(models, OfModels);
        Add(baselines, OfBaselines);
        return $$$"""{"field": "of", "type": "nominal", "title": null, "sort": null, "scale": {"domain": {{{List(names)}}}, "range": {{{List(colors)}}}}}""";

        void Add(IEnumerable<string> more, string[] palette)
        {
            foreach (string name in more)
            {
                colors.Add(palette[(names.Count - 1) % palette.Length]);
                names.Add(name);
            }
        }
    }

    private static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(static text => $"\"{JsonEncodedText.Encode(text)}\""))}]";
}
