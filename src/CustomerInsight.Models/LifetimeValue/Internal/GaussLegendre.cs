namespace CustomerInsight.Models;

/// <summary>The quadrature rule with sixteen nodes over [0, 1]: exact for polynomials up to degree 31.</summary>
/// <remarks>
/// On a panel over which the logarithm of the integrand, analytic in the strip |Im| &lt; π, changes by no more than <see cref="PanelHeight"/>,
/// and which is no wider than <see cref="PanelWidth"/>, the rule is right to about 1e-15.
/// <para>Source: Abramowitz, Stegun, "Handbook of Mathematical Functions" (1964), section 25.4.29 and table 25.4; the error: Trefethen, "Is Gauss Quadrature Better than
/// Clenshaw–Curtis?", SIAM Review 50(1), 2008, theorem 4.5.</para>
/// </remarks>
internal static class GaussLegendre
{
    public const int Count = 16;
    public const double PanelHeight = 8;
    public const double PanelWidth = 2;

    public static ReadOnlySpan<double> Nodes =>
    [
        0.0052995325041750337, 0.027712488463383712, 0.0671843988060841281, 0.122297795822498483,
        0.191061877798678126, 0.270991611171386307, 0.359198224610370543, 0.45249374508118128,
        0.54750625491881872, 0.640801775389629457, 0.729008388828613693, 0.808938122201321874,
        0.877702204177501517, 0.932815601193915872, 0.972287511536616288, 0.994700467495824966,
    ];

    public static ReadOnlySpan<double> Weights =>
    [
        0.0135762297058770474, 0.0311267619693239464, 0.0475792558412463924, 0.062314485627766936,
        0.074797994408288366, 0.0845782596975012691, 0.0913017075224617944, 0.0947253052275342481,
        0.0947253052275342481, 0.0913017075224617944, 0.0845782596975012691, 0.074797994408288366,
        0.062314485627766936, 0.0475792558412463924, 0.0311267619693239464, 0.0135762297058770474,
    ];
}
