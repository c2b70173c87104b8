namespace CustomerInsight.Models;

/// <summary>The quadrature rule with twelve nodes over [0, 1]: exact for polynomials up to degree 23.</summary>
/// <remarks>
/// On a panel no wider than <see cref="PanelWidth"/>, over which the logarithm of an integrand that is analytic in the strip |Im| &lt; π changes by no more than
/// <see cref="PanelHeight"/>, the rule is right to about 1e-15.
/// <para>Source: Abramowitz, Stegun, "Handbook of Mathematical Functions" (1964), section 25.4.29 and table 25.4; the error: Trefethen, "Is Gauss Quadrature Better than
/// Clenshaw–Curtis?", SIAM Review 50(1), 2008, theorem 4.5.</para>
/// </remarks>
internal static class GaussLegendre
{
    public const int Count = 12;
    public const double PanelHeight = 8;
    public const double PanelWidth = 2;

    /// <summary>Gets the nodes, and four more that fill up eight lanes twice.</summary>
    public static ReadOnlySpan<double> Nodes =>
    [
        0.0092196828766403747, 0.0479413718147625717, 0.1150486629028476565, 0.2063410228566912764,
        0.3160842505009099031, 0.4373832957442655423, 0.5626167042557344577, 0.6839157494990900969,
        0.7936589771433087236, 0.8849513370971523435, 0.9520586281852374283, 0.9907803171233596254,
        0.5, 0.5, 0.5, 0.5,
    ];

    /// <summary>Gets the weights of the nodes; those that fill up weigh nothing.</summary>
    public static ReadOnlySpan<double> Weights =>
    [
        0.0235876681932559136, 0.0534696629976592155, 0.0800391642716731132, 0.1015837133615329609,
        0.1167462682691774043, 0.1245735229067013932, 0.1245735229067013932, 0.1167462682691774043,
        0.1015837133615329609, 0.0800391642716731132, 0.0534696629976592155, 0.0235876681932559136,
        0, 0, 0, 0,
    ];
}
