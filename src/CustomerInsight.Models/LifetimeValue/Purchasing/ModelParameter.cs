using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>A parameter of a model.</summary>
/// <param name="Name">Its name in the literature, such as <c>alpha</c>.</param>
/// <param name="Value">Its value.</param>
public readonly record struct ModelParameter(string Name, double Value)
{
    /// <summary>Writes name and value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}={Value:G6}");
}
