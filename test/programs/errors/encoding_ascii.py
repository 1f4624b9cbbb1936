# coding: ascii
name = "é"
