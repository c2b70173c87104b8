namespace CustomerInsight.Models;

internal sealed class GammaGammaFile
{
    public required double P { get; init; }

    public required double Q { get; init; }

    public required double Gamma { get; init; }

    public static GammaGammaFile From(GammaGammaModel model) => new() { P = model.P, Q = model.Q, Gamma = model.Gamma };

    public GammaGammaModel ToModel() => new(P, Q, Gamma);
}
