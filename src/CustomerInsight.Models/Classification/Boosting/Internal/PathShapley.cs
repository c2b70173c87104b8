using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>The Shapley values of a leaf.</summary>
/// <remarks>
/// A leaf adds its value times a product of one factor a feature of its way: 1 or 0 where the feature is known, by whether it leads on, and the share of rows that go
/// on where it is not. The Shapley value is the integral over t from 0 to 1 of the derivative of the product's multilinear extension, in which each factor is the
/// mean of the two with weight t: a polynomial, so that a quadrature rule gives it exactly.
/// <para>Source: Owen, "Multilinear Extensions of Games", Management Science 18(5), 1972; the game: Lundberg, Erion, Lee, "Consistent Individualized Feature
/// Attribution for Tree Ensembles", 2018 (path-dependent TreeSHAP).</para>
/// </remarks>
internal static class PathShapley
{
    /// <summary>Up to so many features the quadrature is exact: one factor less than twice its nodes.</summary>
    private const int ExactFeatures = 2 * GaussLegendre.Count;

    /// <summary>Adds the Shapley values of a leaf.</summary>
    /// <param name="value">The leaf's value.</param>
    /// <param name="shares">The shares of the features of its way.</param>
    /// <param name="leadsOn">For each, whether the row's value leads on.</param>
    /// <param name="values">Where each feature's Shapley value goes, in their order.</param>
    public static void Of(double value, ReadOnlySpan<double> shares, ReadOnlySpan<bool> leadsOn, Span<double> values)
    {
        values.Clear();
        int panels = ((shares.Length - 1) / ExactFeatures) + 1;
        for (int panel = 0; panel < panels; panel++)
        {
            // The nodes fill up the lanes twice.
            for (int from = 0; from < GaussLegendre.Nodes.Length; from += Lanes.Count)
            {
                Vector512<double> t = (Vector512.Create(GaussLegendre.Nodes.Slice(from, Lanes.Count)) + Vector512.Create((double)panel)) / Vector512.Create((double)panels);
                Vector512<double> product = Vector512.Create(GaussLegendre.Weights.Slice(from, Lanes.Count)) * Vector512.Create(value / panels);
                for (int i = 0; i < shares.Length; i++)
                {
                    product *= Factor(shares[i], leadsOn[i], t);
                }

                for (int i = 0; i < shares.Length; i++)
                {
                    values[i] += ((leadsOn[i] ? 1 : 0) - shares[i]) * Lanes.Sum(product / Factor(shares[i], leadsOn[i], t));
                }
            }
        }
    }

    private static Vector512<double> Factor(double share, bool leadsOn, Vector512<double> t)
    {
        Vector512<double> unknown = (Vector512<double>.One - t) * Vector512.Create(share);
        return leadsOn ? unknown + t : unknown;
    }
}
