alpha, beta = "alpha of names", "beta of names"
